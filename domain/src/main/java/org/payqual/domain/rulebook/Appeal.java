package org.payqual.domain.rulebook;

import java.util.List;
import java.util.Set;
import org.payqual.domain.ledger.Provision;

/**
 * How a notice is appealed against (TJ-34, CY-10, 11).
 *
 * @param filing what an appeal needs and by when
 * @param handling who handles it
 * @param outcome how it ends (TJ-34.4)
 */
public record Appeal(Filing filing, Handling handling, Citation outcome) {

    /**
     * What an appeal needs and by when; each party may file one against a notice.
     *
     * @param within the period
     * @param needs what the paper must bear
     * @param provisions on which refusals rest
     */
    public record Filing(Period within, Set<Need> needs, List<Provision> provisions) implements Cited {

        /** Copies the collections. */
        public Filing {
            needs = Ordered.set(needs);
            provisions = List.copyOf(provisions);
        }
    }

    /** Within which an appeal is in time. */
    public sealed interface Period {
        /** Up to the day that the notice states; where it states none, no appeal is late. */
        record StatedInNotice() implements Period {}

        /**
         * Working days from the party's own receipt.
         *
         * @param workingDays how many
         */
        record OfReceipt(int workingDays) implements Period {}
    }

    /** What the paper must bear. */
    public enum Need {
        /** The person's signature. */
        SIGNATURE,
        /** The institution's seal. */
        SEAL
    }

    /**
     * Who handles an appeal, one after the other.
     *
     * @param by the first, and whoever comes next where the dispute continues
     * @param continues when it goes on to the next
     * @param districtPreReview whether the district looks first at what the city scored
     * @param provisions on which it rests
     */
    public record Handling(List<Handler> by, Continues continues, boolean districtPreReview, List<Provision> provisions)
            implements Cited {

        /** Copies the lists. */
        public Handling {
            by = List.copyOf(by);
            provisions = List.copyOf(provisions);
        }
    }

    /** When a dispute that continues goes on to the next. */
    public enum Continues {
        /** Once the first explained the score; what the first decided ends the appeal (TJ-34.3). */
        AFTER_THE_EXPLANATION,
        /** Also once the first decided, unless the score fell: either party may still dispute the result (CY-11). */
        AFTER_THE_RESULT
    }

    /** Who handles an appeal. */
    public enum Handler {
        /** The agency, which takes it and explains. */
        AGENCY,
        /** The department that made the handling. */
        DEPARTMENT_THAT_MADE_THE_HANDLING,
        /** Whoever determined the responsibility. */
        WHOEVER_DETERMINED_RESPONSIBILITY,
        /** The bureau of the district. */
        DISTRICT_BUREAU;

        /** Tells whether that is the very one that made the handling, and determined the responsibility with it. */
        public boolean madeTheHandling() {
            return this == DEPARTMENT_THAT_MADE_THE_HANDLING || this == WHOEVER_DETERMINED_RESPONSIBILITY;
        }

        /** Tells whether that is an agency or a department, for a notice whose responsibility somebody determined. */
        public Determiner after(Determiner determined) {
            return switch (this) {
                case AGENCY -> Determiner.AGENCY;
                case DISTRICT_BUREAU -> Determiner.DEPARTMENT;
                case DEPARTMENT_THAT_MADE_THE_HANDLING, WHOEVER_DETERMINED_RESPONSIBILITY -> determined;
            };
        }
    }
}
