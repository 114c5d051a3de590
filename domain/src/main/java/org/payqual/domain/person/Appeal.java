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
 * @param organisation the code of the department or agency that does; null where any of them may
 * @param explained whether the score was explained
 * @param escalated whether it went on to the next to decide
 * @param reached the day of its latest step
 * @param closed the first day on which it is no longer open: decided, withdrawn, or its notice fell; null while open
 * @param outcome how it was decided, at last; null while it is not
 */
public record Appeal(
        String id,
        long recorded,
        String notice,
        Party by,
        AppealGround ground,
        LocalDate filed,
        Determiner handler,
        @Nullable String organisation,
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

    /** Tells whether somebody handles it now. */
    boolean isWith(Determiner who, @Nullable String of) {
        return who == handler && (organisation == null || organisation.equals(of));
    }

    Appeal explainedOn(LocalDate day) {
        return new Appeal(
                id, recorded, notice, by, ground, filed, handler, organisation, true, escalated, day, closed, outcome);
    }

    /** Goes on to the next to decide; a decision of the first no longer ends it. */
    Appeal escalatedOn(LocalDate day, Determiner to, @Nullable String of) {
        return new Appeal(id, recorded, notice, by, ground, filed, to, of, explained, true, day, null, null);
    }

    Appeal reviewedOn(LocalDate day) {
        return new Appeal(
                id,
                recorded,
                notice,
                by,
                ground,
                filed,
                handler,
                organisation,
                explained,
                escalated,
                day,
                closed,
                outcome);
    }

    Appeal closedOn(LocalDate day, @Nullable AppealOutcome how) {
        return new Appeal(
                id, recorded, notice, by, ground, filed, handler, organisation, explained, escalated, day, day, how);
    }
}
