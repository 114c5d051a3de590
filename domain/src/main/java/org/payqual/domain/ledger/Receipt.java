package org.payqual.domain.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * The execution receipt of a decision: which law was applied, by which rules, looking at which facts. What else went in
 * stands in the event itself.
 *
 * @param rulebook the id of the rulebook that governed
 * @param effective the first day of that rulebook
 * @param sha256 of the rulebook's file, in hex
 * @param rules the provisions applied
 * @param facts the other streams looked at, with the versions seen
 */
public record Receipt(
        String rulebook, LocalDate effective, String sha256, List<Provision> rules, List<FactSeen> facts) {
    /** Copies the lists. */
    public Receipt {
        rules = List.copyOf(rules);
        facts = List.copyOf(facts);
    }
}
