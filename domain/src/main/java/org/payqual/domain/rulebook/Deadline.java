package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * By when a duty is due.
 *
 * @param duty what is due
 * @param due when
 * @param provisions on which it rests
 */
public record Deadline(Duty duty, Due due, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Deadline {
        provisions = List.copyOf(provisions);
    }

    /** When a duty is due. */
    public sealed interface Due {
        /**
         * Within working days after a day.
         *
         * @param days how many
         * @param of after what
         */
        record Within(int days, Anchor of) implements Due {}

        /**
         * From so many working days before a day, up to that day.
         *
         * @param days how many
         * @param of before what
         */
        record Before(int days, Anchor of) implements Due {}

        /**
         * On the day that was stated for it.
         *
         * @param in where it was stated
         */
        record Stated(Anchor in) implements Due {}

        /**
         * By the end of a span that begins somewhere.
         *
         * @param span which
         */
        record During(Anchor span) implements Due {}

        /**
         * Again and again.
         *
         * @param rhythm how often
         */
        record Every(Rhythm rhythm) implements Due {}

        /**
         * Without a day: open until done.
         *
         * @param since after what
         */
        record Open(Anchor since) implements Due {}
    }

    /** What a deadline is counted from. */
    public enum Anchor {
        /** The service agreement is signed. */
        AGREEMENT,
        /** Somebody leaves. */
        LEAVING,
        /** A scoring notice is issued. */
        NOTICE,
        /** A party receives a notice. */
        RECEIPT,
        /** Something is requested. */
        REQUEST,
        /** A suspension, as a span. */
        SUSPENSION,
        /** A measure's term ends. */
        END_OF_TERM
    }

    /** How often. */
    public enum Rhythm {
        /** Every month. */
        MONTH,
        /** Every quarter. */
        QUARTER,
        /** Every year. */
        YEAR
    }
}
