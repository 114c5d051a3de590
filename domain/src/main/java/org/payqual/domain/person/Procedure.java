package org.payqual.domain.person;

import java.util.List;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The law that governs a step of a procedure.
 *
 * @param institution whose region chose it
 * @param rulebook that governs there on the day of the step
 */
record Procedure(Institution institution, Rulebook rulebook) {

    /** Returns the receipt of a decision by some of its rules, which looked at the institution. */
    Receipt receipt(Provision... rules) {
        return Deciding.receipt(rulebook, List.of(rules), Deciding.seen(institution));
    }
}
