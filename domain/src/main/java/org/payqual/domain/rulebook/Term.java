package org.payqual.domain.rulebook;

import java.time.Period;
import java.util.List;
import org.payqual.domain.ledger.Provision;

/** How long a measure runs. */
public sealed interface Term {

    /** Returns the longest it can be, in months. */
    int longestMonths();

    /**
     * A term that the rulebook sets.
     *
     * @param period of whole months or years
     */
    record Fixed(Period period) implements Term {
        @Override
        public int longestMonths() {
            return Math.toIntExact(period.toTotalMonths());
        }
    }

    /**
     * A term that the agency states within a range.
     *
     * @param minMonths the least
     * @param maxMonths the most
     * @param reasonRequired whether the agency must give a reason
     * @param provisions on which a refusal of a missing or other term rests
     */
    record Stated(int minMonths, int maxMonths, boolean reasonRequired, List<Provision> provisions)
            implements Term, Cited {

        /** Copies the provisions. */
        public Stated {
            provisions = List.copyOf(provisions);
        }

        /** Tells whether a stated term lies in the range. */
        public boolean allows(int months) {
            return months >= minMonths && months <= maxMonths;
        }

        @Override
        public int longestMonths() {
            return maxMonths;
        }
    }
}
