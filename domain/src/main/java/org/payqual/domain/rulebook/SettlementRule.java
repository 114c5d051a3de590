package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * What is paid for services of a person in a standing (TJ-21).
 *
 * @param pays everything, emergencies and rescue, or nothing
 * @param specialCases whether other special cases are paid with the agency's reason
 * @param registeredWhenItBegan whether emergencies are paid only where the person was registered when the measure began
 * @param provisions on which it rests
 */
public record SettlementRule(Pays pays, boolean specialCases, boolean registeredWhenItBegan, List<Provision> provisions)
        implements Cited {

    /** What is paid. */
    public enum Pays {
        /** Everything. */
        ALL,
        /** Emergencies and rescue alone. */
        EMERGENCY,
        /** Nothing. */
        NOTHING
    }

    /** Copies the provisions. */
    public SettlementRule {
        provisions = List.copyOf(provisions);
    }
}
