package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Receipt;

/** What is recorded of a restoration after a suspension or termination (TJ-36; CY-13, 14). */
public sealed interface RestorationEvent extends PersonEvent.Decided {

    /** Returns the restoration's id, unique within the person. */
    String restoration();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * A restoration was requested (TJ-36; CY-13).
     *
     * @param date of the request
     * @param institution through which, having approved; null where the person asked directly
     */
    record Requested(
            String restoration, LocalDate date, @Nullable String institution, Receipt receipt)
            implements RestorationEvent {}

    /**
     * The district reviewed the request (CY-14).
     *
     * @param date of the review
     * @param passed whether it goes on to the decision
     * @param reason digest of the reason; null if none was kept
     */
    record PreReviewed(
            String restoration,
            LocalDate date,
            boolean passed,
            @Nullable String reason,
            Receipt receipt) implements RestorationEvent {}

    /**
     * The person was restored (TJ-36). Effective on the day of the decision or on the latest end of the measures it
     * lifts, as these stand when asked, whichever is later.
     *
     * @param date of the decision
     * @param lifts the notices whose measures had begun by then
     */
    record Granted(String restoration, LocalDate date, List<String> lifts, Receipt receipt)
            implements RestorationEvent {
        /** Copies the list. */
        public Granted {
            lifts = List.copyOf(lifts);
        }
    }

    /**
     * A restoration was refused (TJ-36).
     *
     * @param date of the decision
     * @param reason digest of the reason
     */
    record Refused(
            String restoration, LocalDate date, @Nullable String reason, Receipt receipt) implements RestorationEvent {}
}
