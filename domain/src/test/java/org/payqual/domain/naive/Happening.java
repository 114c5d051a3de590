package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is entered about one person's life, in the order of a list; the day is that of the act, not of the entry. */
sealed interface Happening {

    /** The day of the act. */
    LocalDate day();

    /** Who may appeal and is told. */
    enum Side {
        PERSON,
        INSTITUTION
    }

    /** The decisions on which a notice can rest. */
    enum Ground {
        ADMINISTRATIVE_PENALTY,
        AGREEMENT_HANDLING,
        CIRCULAR
    }

    /** How an appeal can end. */
    enum Outcome {
        UPHELD,
        ADJUSTED,
        REVOKED
    }

    /** The ways of a repair. */
    enum Way {
        TRAINING_EXAM,
        ACTIVITY
    }

    /**
     * A finding.
     *
     * @param degree 0 general, 1 important, 2 primary
     * @param acted the act's last day
     */
    record Found(String violation, String circumstance, int degree, LocalDate acted) {

        /** Three points a band (TJ-26 to 29), ascending in it with the degree (TJ-30). */
        int points() {
            return 3 * band() + degree + 1;
        }

        /** 0 for TJ-26 up to 3 for TJ-29. */
        int band() {
            return Integer.parseInt(circumstance.substring(3, 5)) - 26;
        }

        boolean asRepeat() {
            return circumstance.equals("TJ-28.2");
        }
    }

    record Committed(String place, LocalDate day) implements Happening {}

    record Registered(String place, LocalDate day) implements Happening {}

    /** The day is the first without registration. */
    record Departed(String place, LocalDate day) implements Happening {}

    /** The day is that of the handling; a measure runs from then unless the notice states another first day. */
    record Noticed(
            String notice,
            String inspection,
            String place,
            Ground ground,
            LocalDate day,
            LocalDate starts,
            List<Found> found)
            implements Happening {}

    record Served(
            String notice, Side to, LocalDate day, @Nullable LocalDate appealBy) implements Happening {}

    record Overturned(String notice, LocalDate day) implements Happening {}

    record Appealed(String appeal, String notice, Side by, LocalDate day, boolean signed, boolean sealed)
            implements Happening {}

    record Explained(String appeal, LocalDate day) implements Happening {}

    record Escalated(String appeal, LocalDate day) implements Happening {}

    /** Experts are asked, by the department or by the agency. */
    record Reviewed(String appeal, LocalDate day, boolean byDepartment) implements Happening {}

    record Withdrawn(String appeal, LocalDate day) implements Happening {}

    /**
     * An appeal is decided.
     *
     * @param byDepartment whether by the department rather than the agency
     * @param found in place of the notice's findings where it is adjusted, else none
     */
    record Decided(String appeal, LocalDate day, boolean byDepartment, Outcome outcome, List<Found> found)
            implements Happening {}

    record RepairAsked(String repair, Way way, int points, boolean approved, LocalDate day) implements Happening {}

    record RepairGranted(String repair, LocalDate day, boolean shorten) implements Happening {}

    record RepairRefused(String repair, LocalDate day) implements Happening {}

    record RestorationAsked(String restoration, boolean approved, LocalDate day) implements Happening {}

    record RestorationDecided(String restoration, LocalDate day, boolean granted) implements Happening {}
}
