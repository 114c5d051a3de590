package org.payqual.query.settlement.index;

import java.util.UUID;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Settlement;

/** What came of a question. */
public sealed interface Checked {

    /**
     * It is answered.
     *
     * @param person whose service it was
     * @param settlement the answer
     * @param rulebook by which it was given
     */
    record Settled(UUID person, Settlement settlement, String rulebook) implements Checked {}

    /** Nobody has that code or id. */
    record PersonUnknown() implements Checked {}

    /**
     * There is no such institution.
     *
     * @param person whose service it was
     */
    record InstitutionUnknown(UUID person) implements Checked {}

    /** Several people have that code, so that it does not tell whose service it was. */
    record CodeShared() implements Checked {}

    /**
     * No rulebook governs at the institution on that day.
     *
     * @param person whose service it was
     * @param needed which would have to be adopted
     */
    record NoRulebook(UUID person, Text needed) implements Checked {}

    /**
     * The history of the person or the institution cannot be followed, so that nothing can be said.
     *
     * @param person whose service it was
     */
    record HistoryStopped(UUID person) implements Checked {}
}
