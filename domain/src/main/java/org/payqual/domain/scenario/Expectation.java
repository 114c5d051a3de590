package org.payqual.domain.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.StandingKind;

/**
 * What is expected to come of a scenario's steps.
 *
 * @param line on which it stands, counted from 1
 * @param who of whom; nobody where it is asked of an institution
 * @param date for which day
 * @param known as known at the end of which day; null for all that the scenario records
 * @param asked what is asked and expected
 */
public record Expectation(
        int line,
        List<String> who,
        LocalDate date,
        @Nullable LocalDate known,
        Asked asked) {

    /** Copies the people. */
    public Expectation {
        who = List.copyOf(who);
    }

    /** What is asked, and what is expected; whatever is null is not looked at. */
    public sealed interface Asked {

        /** Returns the key under which a file asks it. */
        String word();
    }

    /** A question that is read, but cannot be answered yet. */
    public sealed interface BeyondReach extends Asked {}

    /**
     * Where the person stands.
     *
     * @param standing the kind of standing
     * @param points of the year
     * @param until the first free day
     * @param termServed whether the term ran out without a restoration
     * @param keySupervision whether the person is under key supervision
     * @param cites provisions on which the measures rest; empty where they are not looked at
     */
    public record OfStanding(
            @Nullable StandingKind standing,
            @Nullable Integer points,
            @Nullable LocalDate until,
            @Nullable Boolean termServed,
            @Nullable Boolean keySupervision,
            List<Provision> cites)
            implements Asked {
        /** Copies the provisions. */
        public OfStanding {
            cites = List.copyOf(cites);
        }

        /** Tells whether it asks for what the calendar year counts. */
        boolean ofTheYear() {
            return points != null || keySupervision != null;
        }

        @Override
        public String word() {
            return "standing";
        }
    }

    /**
     * Whether a service of the person at an institution is payable.
     *
     * @param at the institution
     * @param emergency whether the service is an emergency
     * @param is the answer expected
     * @param beside what the same line asks of the person's day besides, citing for both; null where it asks nothing
     * @param cites provisions on which it rests; empty where they are not looked at
     */
    public record OfPayable(
            String at,
            boolean emergency,
            boolean is,
            @Nullable OfStanding beside,
            List<Provision> cites) implements Asked {
        /** Copies the provisions. */
        public OfPayable {
            cites = List.copyOf(cites);
        }

        @Override
        public String word() {
            return "payable";
        }
    }

    /**
     * Which share of an institution's people stands under a measure (TJ-33).
     *
     * @param at the institution
     * @param year the calendar year
     * @param is the share expected
     * @param threshold the threshold expected to be reached
     * @param cites provisions on which it rests; empty where they are not looked at
     */
    public record OfRatio(
            String at,
            int year,
            @Nullable BigDecimal is,
            @Nullable Threshold threshold,
            List<Provision> cites) implements Asked {
        /** Copies the provisions. */
        public OfRatio {
            cites = List.copyOf(cites);
        }

        @Override
        public String word() {
            return "ratio";
        }
    }

    /** What an institution's share reaches (TJ-33). */
    public enum Threshold {
        /** Nothing. */
        NONE,
        /** Settlement may be suspended. */
        SETTLEMENT,
        /** The agreement is to be suspended. */
        AGREEMENT;

        /** Returns the threshold that has an effect; none for null. */
        static Threshold of(@Nullable RatioEffect effect) {
            return switch (effect) {
                case null -> NONE;
                case SETTLEMENT -> SETTLEMENT;
                case AGREEMENT -> AGREEMENT;
            };
        }
    }

    /**
     * A duty that the days of a person do not tell: it has no date, or is none about a person.
     *
     * @param due what
     */
    public record OfOtherDuty(Duty due) implements BeyondReach {
        @Override
        public String word() {
            return "due " + due;
        }
    }

    /**
     * By when something is due.
     *
     * @param due what
     * @param dueOn the day expected
     */
    public record OfDeadline(Duty due, LocalDate dueOn) implements Asked {
        @Override
        public String word() {
            return "due";
        }
    }
}
