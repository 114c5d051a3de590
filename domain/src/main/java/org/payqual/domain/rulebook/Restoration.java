package org.payqual.domain.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * How a suspended or terminated person is restored (TJ-36, CY-9, 13, 14).
 *
 * @param request when it may be asked for, through the institution
 * @param direct set where a person without an institution may ask directly, the measure having come from one of the
 *     rulebook's region
 * @param reviews who reviews, one after the other; the last one decides
 * @param training set where a suspended person must have been trained during the suspension
 * @param afterTermination after a termination the person commits and registers anew
 * @param provisions on which all this rests
 */
public record Restoration(
        Window request,
        @Nullable Citation direct,
        List<Review> reviews,
        @Nullable Citation training,
        Citation afterTermination,
        List<Provision> provisions)
        implements Cited {

    /** Copies the lists. */
    public Restoration {
        reviews = List.copyOf(reviews);
        provisions = List.copyOf(provisions);
    }

    /** When a restoration may be asked for. */
    public sealed interface Window {
        /** At any time. */
        record AnyTime() implements Window {}

        /**
         * From a working day before the end of the term on.
         *
         * @param workingDays how many before
         */
        record BeforeTheEnd(int workingDays) implements Window {}
    }

    /**
     * One review.
     *
     * @param by who reviews
     * @param workingDays within how many from the request, where the rulebook says so
     * @param provisions on which it rests
     */
    public record Review(Reviewer by, @Nullable Integer workingDays, List<Provision> provisions) implements Cited {

        /** Copies the provisions. */
        public Review {
            provisions = List.copyOf(provisions);
        }
    }

    /** Who reviews. */
    public enum Reviewer {
        /** The agency. */
        AGENCY,
        /** The agency of the district. */
        DISTRICT,
        /** The agency of the city. */
        CITY
    }
}
