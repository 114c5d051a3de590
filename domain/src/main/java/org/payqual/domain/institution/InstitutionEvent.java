package org.payqual.domain.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;

/** What is recorded of a contracted institution. */
public sealed interface InstitutionEvent extends Event {

    /**
     * The institution was designated; opens its stream.
     *
     * @param kind hospital or pharmacy (TJ-3)
     * @param publiclyOwned whether it is a public one (TJ-26.2)
     * @param region its insurance region, which decides the rulebook
     * @param agreementSigned the day on which its service agreement was signed (TJ-14)
     * @param chain the code of the chain it belongs to (TJ-31.1), where there is one
     */
    record Designated(
            InstitutionKind kind,
            boolean publiclyOwned,
            String region,
            LocalDate agreementSigned,
            @Nullable String chain)
            implements InstitutionEvent {}

    /**
     * The service agreement was renewed (TJ-10).
     *
     * @param signed the day of the signature
     */
    record AgreementRenewed(LocalDate signed) implements InstitutionEvent {}

    /**
     * A clerk's error was corrected: an earlier entry is void, as if it had never been made, and stays readable. What
     * was decided on it stands as it was decided.
     *
     * @param entry the sequence number of the entry; 0 is the designation
     * @param date of the correction
     * @param instead what holds in place of the designation; null where a renewal is void
     * @param reason digest of the reason
     */
    record EntryCorrected(
            long entry, LocalDate date, @Nullable Designated instead, String reason) implements InstitutionEvent {}

    /**
     * The share of the institution's people under a measure reached a threshold, as known at a position of the log
     * (TJ-33); recorded once for each year and threshold, whatever becomes known later.
     *
     * @param year the calendar year
     * @param effect of the threshold
     * @param due whether the effect is due, or only may follow
     * @param date the first day of that year on which the share reached it
     * @param registered how many people counted as registered there in the year up to that day
     * @param measured how many of them were under a measure's own term
     * @param knownAt the position of the log at which that was known
     */
    record RatioReached(
            int year,
            RatioEffect effect,
            boolean due,
            LocalDate date,
            int registered,
            int measured,
            long knownAt,
            Receipt receipt)
            implements InstitutionEvent {}
}
