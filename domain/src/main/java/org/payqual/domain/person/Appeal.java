package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Determiner;

/**
 * An appeal against a notice as the ledger now holds it.
 *
 * @param id unique within the person
 * @param recorded its place in the order of recording
 * @param notice against which notice
 * @param by the party that appeals
 * @param ground what it objects to
 * @param filed the day on which the agency received it
 * @param handler who decides it now
 * @param explained whether the score was explained
 * @param escalated whether it went on to the next to decide
 * @param reached the day of its latest step
 * @param closed the first day on which it is no longer open: decided, withdrawn, or its notice fell; null while open
 * @param outcome how it was decided; null while it is not
 */
public record Appeal(
        String id,
        long recorded,
        String notice,
        Party by,
        AppealGround ground,
        LocalDate filed,
        Determiner handler,
        boolean explained,
        boolean escalated,
        LocalDate reached,
        @Nullable LocalDate closed,
        @Nullable AppealOutcome outcome) {

    /** Tells whether it waits for a decision. */
    public boolean open() {
        return closed == null;
    }

    /** Tells whether it was open on a day, so that every answer about the person says so. */
    public boolean openOn(LocalDate day) {
        return !day.isBefore(filed) && (closed == null || day.isBefore(closed));
    }

    Appeal explainedOn(LocalDate day) {
        return new Appeal(id, recorded, notice, by, ground, filed, handler, true, escalated, day, closed, outcome);
    }

    Appeal escalatedOn(LocalDate day, Determiner to) {
        return new Appeal(id, recorded, notice, by, ground, filed, to, explained, true, day, closed, outcome);
    }

    Appeal reviewedOn(LocalDate day) {
        return new Appeal(id, recorded, notice, by, ground, filed, handler, explained, escalated, day, closed, outcome);
    }

    Appeal closedOn(LocalDate day, @Nullable AppealOutcome how) {
        return new Appeal(id, recorded, notice, by, ground, filed, handler, explained, escalated, day, day, how);
    }
}
