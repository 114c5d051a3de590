package org.payqual.query.settlement.index;

import java.util.List;
import java.util.UUID;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.rulebook.Rulebooks;

/** What became known of one stream, in place of what was known before. */
public sealed interface Update {

    /**
     * A person, as folded.
     *
     * @param id the person's id
     * @param codes all codes that lead to the person
     * @param spans all that settlement asks about
     */
    record PersonFolded(UUID id, List<String> codes, SettlementSpans spans) implements Update {
        /** Copies the codes. */
        public PersonFolded {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A person whose history cannot be followed any further.
     *
     * @param id the person's id
     * @param codes that led to the person before
     */
    record PersonStopped(UUID id, List<String> codes) implements Update {
        /** Copies the codes. */
        public PersonStopped {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A record that was merged into another of the same person.
     *
     * @param id the record's id
     * @param into the id of the record in which the person goes on
     */
    record PersonMerged(UUID id, UUID into) implements Update {}

    /**
     * An institution.
     *
     * @param code its code
     * @param region in which it lies
     */
    record InstitutionFolded(String code, String region) implements Update {}

    /**
     * An institution whose history cannot be followed.
     *
     * @param code its code
     */
    record InstitutionStopped(String code) implements Update {}

    /**
     * The law.
     *
     * @param rulebooks all that are adopted
     */
    record LawFolded(Rulebooks rulebooks) implements Update {}
}
