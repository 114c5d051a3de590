package org.payqual.command.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Identities;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Reading;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Actor;

/** Finds who the people of a file are. */
final class People {

    private final Identities identities;
    private final AccessRecord record;
    private final Actor actor;
    private final Queue<String> met = new ConcurrentLinkedQueue<>();

    /**
     * Creates it for one file.
     *
     * @param actor who hands it in
     */
    People(Identities identities, AccessRecord record, Actor actor) {
        this.identities = identities;
        this.record = record;
        this.actor = actor;
    }

    /**
     * Who a row is about.
     *
     * @param id by which the ledger knows them; null where it does not
     * @param fault what is wrong with the row
     */
    record Found(@Nullable String id, @Nullable RowFault fault) {}

    /** Looks whether the holder of a row's document is known, and by the row's name; changes nothing. */
    Found find(Values row) {
        Optional<String> id = identities.find(document(row));
        id.ifPresent(met::add);
        boolean differs = id.map(identities::read)
                .filter(Identity.Known.class::isInstance)
                .map(Identity.Known.class::cast)
                .filter(it -> !it.name().agreesWith(name(row)))
                .isPresent();
        return differs ? new Found(null, differs(row)) : new Found(id.orElse(null), null);
    }

    /** Gives the id of the holder of a row's document, reserving one where they have none. */
    Found reserve(Values row) {
        Identities.Reservation reservation = identities.personFor(document(row), name(row));
        if (reservation.nameAgrees()) {
            return new Found(reservation.person(), null);
        }
        met.add(reservation.person());
        return new Found(null, differs(row));
    }

    /**
     * Writes down whom the rows showed to be known, since it was done last: whoever learns that has read it of them.
     */
    void putOnRecord() {
        Set<String> people = new LinkedHashSet<>();
        for (String person = met.poll(); person != null; person = met.poll()) {
            people.add(person);
        }
        if (!people.isEmpty()) {
            record.write(
                    new Reading(actor, Ability.IDENTIFY, List.copyOf(people), null, null, Reading.Outcome.ANSWERED));
        }
    }

    private static RowFault differs(Values row) {
        return row.fault(
                "name", "name-differs", "该证件已以另一姓名在册，请核对", "the document is on record under another name; check both");
    }

    private static IdentityDocument document(Values row) {
        return new IdentityDocument(row.of(DocumentType.class, "documentType"), row.text("documentNumber"));
    }

    private static PersonName name(Values row) {
        return new PersonName(row.text("name"));
    }
}
