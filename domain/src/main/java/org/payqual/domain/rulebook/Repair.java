package org.payqual.domain.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * How points are repaired (TJ-35, 37, CY-15).
 *
 * @param approval the institution's, without which nothing is requested (TJ-37)
 * @param primaryPractice set where only people whose primary practice lies in the rulebook's region are repaired
 * @param paths what can be done, and what it is worth
 * @param pointsAYear the most that all paths together repair in a year, where limited
 * @param timesAYear the most repairs by all paths together in a year, where limited
 * @param shorten how a measure becomes shorter, where it can
 * @param never who is never repaired
 * @param provisions on which all this rests, such as the refusal of a repair of nothing
 */
public record Repair(
        Citation approval,
        @Nullable Citation primaryPractice,
        Map<Path, Worth> paths,
        @Nullable Integer pointsAYear,
        @Nullable Integer timesAYear,
        @Nullable Shorten shorten,
        Never never,
        List<Provision> provisions)
        implements Cited {

    /** Copies the collections. */
    public Repair {
        paths = Ordered.map(paths);
        provisions = List.copyOf(provisions);
    }

    /** What can be done to have points repaired. */
    public enum Path {
        /** Training with a passed exam (TJ-35.1). */
        TRAINING_EXAM,
        /** Taking part in an activity (TJ-35.2). */
        ACTIVITY
    }

    /**
     * What a path is worth.
     *
     * @param minPoints the least points of one repair
     * @param maxPoints the most points of one repair
     * @param timesAYear how often a year, where limited
     * @param pointsAYear how many points a year, where limited
     * @param provisions on which it rests
     */
    public record Worth(
            int minPoints,
            int maxPoints,
            @Nullable Integer timesAYear,
            @Nullable Integer pointsAYear,
            List<Provision> provisions)
            implements Cited {

        /** Copies the provisions. */
        public Worth {
            provisions = List.copyOf(provisions);
        }
    }

    /**
     * How a repair makes a measure of the same year shorter.
     *
     * @param months by how much at a time
     * @param when on what occasion
     * @param timesAMeasure how often for one measure, where limited
     * @param provisions on which it rests
     */
    public record Shorten(
            int months, Occasion when, @Nullable Integer timesAMeasure, List<Provision> provisions) implements Cited {

        /** Copies the provisions. */
        public Shorten {
            provisions = List.copyOf(provisions);
        }
    }

    /** On what occasion a measure becomes shorter. */
    public sealed interface Occasion {
        /** The lowered total falls below the line of the tier that brought the measure. */
        record MilderTier() implements Occasion {}

        /**
         * Every so many repaired points.
         *
         * @param points how many
         */
        record EveryPoints(int points) implements Occasion {}
    }

    /** While which terminations nothing is repaired. */
    public enum During {
        /** None for its own sake. */
        NO_TERMINATION,
        /** That of a notice after which its year is not repaired, in later years too. */
        ITS_TERMINATION,
        /** Any that a notice of the year brought; so read by ledgers that adopted the rulebook in its first wording. */
        TERMINATION_OF_THE_YEAR
    }

    /**
     * Who is never repaired.
     *
     * @param noticeOf the own points of a notice after which its year is not repaired
     * @param during while which terminations nothing is repaired either
     * @param provisions on which it rests
     */
    public record Never(int noticeOf, During during, List<Provision> provisions) implements Cited {

        /** Copies the provisions. */
        public Never {
            provisions = List.copyOf(provisions);
        }
    }
}
