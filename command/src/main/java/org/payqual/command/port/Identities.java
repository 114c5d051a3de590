package org.payqual.command.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityField;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Actor;

/**
 * Who stands behind a person's id. Ids are random; names and numbers are kept apart from the ledger, encrypted, and can
 * be erased. Every method throws {@link org.payqual.domain.identity.IdentityFault} when a key that it needs is not at
 * hand.
 */
public interface Identities extends IdentityReader {

    /**
     * Finds the id of a document's holder, or reserves a new one, as {@link #peopleFor} does.
     *
     * @param document a checked document
     * @param name the name that comes with it
     */
    default Reservation personFor(IdentityDocument document, PersonName name) {
        return peopleFor(List.of(new Bearer(document, name))).getFirst();
    }

    /**
     * Finds the ids of documents' holders, or reserves new ones: all or none, durably, and in few steps however many
     * they are. Two callers at once get the same id, of records joined that of the one that goes on. What is kept of a
     * known person is never changed by this, whatever name is given.
     *
     * @param bearers checked documents with their names; where a new one comes several times the first name counts
     * @return one for each, in their order
     */
    List<Reservation> peopleFor(List<Bearer> bearers);

    /** Tells what {@link #peopleFor} would give, empty where a new id would be reserved, and changes nothing. */
    List<Optional<Reservation>> foreseePeople(List<Bearer> bearers);

    /**
     * Writes a new version of who a person is; the earlier ones stay readable.
     *
     * @param person whom
     * @param name from now on
     * @param document from now on
     * @param former what becomes of the document given before, if another is given now
     */
    Amendment amend(String person, PersonName name, IdentityDocument document, FormerDocument former);

    /** Tells what {@link #amend} would give, and changes nothing. */
    Amendment foresee(String person, PersonName name, IdentityDocument document);

    /**
     * Destroys the key to everything kept of a person, in all records joined with this one, for good, and records that
     * this was done. The number leads to nobody afterwards; should its holder come again they get another id. Repeating
     * it changes nothing.
     *
     * @param person whom
     * @param by who ordered it
     * @return when it was erased, the first time; empty if no person has that id
     */
    Optional<Instant> erase(String person, Actor by);

    /**
     * Has a record's documents lead to another record of the same person from now on, and what is kept of either be
     * erased with the other; where that one is erased already, this one is erased with it. Both stay readable as they
     * are. Repeating it changes nothing.
     *
     * @param record the id of the record that was closed
     * @param into the id of the record in which the person goes on
     */
    void join(String record, String into);

    /**
     * Who is said to hold a document.
     *
     * @param document a checked document
     * @param name the name that comes with it
     */
    record Bearer(IdentityDocument document, PersonName name) {}

    /**
     * A person's id for the commands that follow.
     *
     * @param person the id, a random UUID
     * @param fresh whether it was reserved just now
     * @param nameAgrees whether the name given agrees with the one kept; always true when fresh
     */
    record Reservation(String person, boolean fresh, boolean nameAgrees) {}

    /** What becomes of the document that was kept before another was given. */
    enum FormerDocument {
        /** It was this person's and was replaced; it still leads to them. */
        REPLACED,
        /** It never was this person's; it is free for its true holder. */
        MISTAKEN
    }

    /** What amending an identity gives. */
    sealed interface Amendment {
        /**
         * The new version is kept. Where what was given is what the newest version says, that is the one.
         *
         * @param version its number, from 2; 1 where the first says the same
         * @param fields in which it differs from the version before; all where that cannot be read
         */
        record Amended(int version, List<IdentityField> fields) implements Amendment {
            /** Copies the fields. */
            public Amended {
                fields = List.copyOf(fields);
            }
        }

        /**
         * The document given leads to another person; nothing was changed.
         *
         * @param person that person's id
         */
        record Taken(String person) implements Amendment {}

        /**
         * There is nothing to amend.
         *
         * @param because erased or unknown
         */
        record Impossible(Identity because) implements Amendment {}
    }
}
