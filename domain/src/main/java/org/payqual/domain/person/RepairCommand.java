package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Repair.Path;

/** What may be asked to be recorded of a repair of points (TJ-35, 37; CY-15). */
public sealed interface RepairCommand extends PersonCommand {

    /** Returns the repair's id. */
    String repair();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * Requests a repair.
     *
     * @param institution through which
     * @param path what was done
     * @param points asked for; null for what the path is worth, where that is one value
     * @param approved whether the institution approves (TJ-37)
     * @param evidence what shows it
     */
    record Request(
            String repair,
            LocalDate date,
            String institution,
            Path path,
            @Nullable Integer points,
            boolean approved,
            RepairEvidence evidence)
            implements RepairCommand {}

    /**
     * Grants a repair.
     *
     * @param rectified whether the agency found the act put right (TJ-37)
     * @param shorten whether measures that may end earlier shall
     */
    record Grant(String repair, LocalDate date, boolean rectified, boolean shorten) implements RepairCommand {}

    /** Refuses a repair, which frees its place. */
    record Refuse(String repair, LocalDate date, @Nullable String reason) implements RepairCommand {}
}
