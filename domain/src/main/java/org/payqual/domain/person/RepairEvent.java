package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.Repair.Path;

/** What is recorded of a repair of points (TJ-35, 37; CY-15). */
public sealed interface RepairEvent extends PersonEvent.Decided {

    /** Returns the repair's id, unique within the person. */
    String repair();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * A repair was requested with the institution's approval (TJ-37); until decided it holds its place in the year.
     *
     * @param date of the request
     * @param institution that approved
     * @param path what was done
     * @param points asked for
     * @param evidence what shows it
     */
    record Requested(
            String repair,
            LocalDate date,
            String institution,
            Path path,
            int points,
            RepairEvidence evidence,
            Receipt receipt)
            implements RepairEvent {}

    /**
     * Points were repaired (TJ-35); they count on the day of the grant in its year.
     *
     * @param date of the grant
     * @param points the points asked for, cut to the year total
     * @param total the year total as known, after the repair
     * @param shortens the measures that end earlier, none where none does; their new ends are recorded with it
     */
    record Granted(String repair, LocalDate date, int points, int total, List<Shortening> shortens, Receipt receipt)
            implements RepairEvent {
        /** Copies the list. */
        public Granted {
            shortens = List.copyOf(shortens);
        }
    }

    /**
     * A repair was refused, which frees its place (TJ-35).
     *
     * @param date of the refusal
     * @param reason digest of the reason; null if none was kept
     */
    record Refused(String repair, LocalDate date, @Nullable String reason, Receipt receipt) implements RepairEvent {}

    /**
     * By how much a measure became shorter.
     *
     * @param notice from which the measure follows
     * @param months how many, at least 1
     */
    record Shortening(String notice, int months) {}
}
