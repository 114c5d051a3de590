package org.payqual.domain.institution;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Share;

/** What may be asked to be recorded of an institution. */
public sealed interface InstitutionCommand {

    /** Makes an institution known with its service agreement (TJ-14). */
    record Designate(
            InstitutionKind kind,
            boolean publiclyOwned,
            String region,
            LocalDate agreementSigned,
            @Nullable String chain)
            implements InstitutionCommand {}

    /**
     * Corrects a clerk's error: puts right what the designation says, or voids a renewal.
     *
     * @param entry its sequence number; 0 is the designation
     * @param date of the correction
     * @param instead what the designation should have said; null where the entry is a renewal
     * @param reason digest of the reason
     */
    record CorrectEntry(
            long entry, LocalDate date, @Nullable Designate instead, String reason) implements InstitutionCommand {}

    /** Records that the service agreement was signed anew (TJ-10). */
    record RenewAgreement(LocalDate signed) implements InstitutionCommand {}

    /**
     * Records the thresholds that the share of people under a measure reached (TJ-33) and that are not recorded for the
     * year yet, each on the first day on which it did.
     *
     * @param days in order of time; within a year the people are counted up to each of them
     * @param knownAt the position of the log at which all of it was known
     */
    record RecordRatio(List<Day> days, long knownAt) implements InstitutionCommand {
        /** Copies the days. */
        public RecordRatio {
            days = List.copyOf(days);
        }

        /**
         * The share on one day.
         *
         * @param date the day, in whose calendar year and up to which people are counted
         * @param share of those under a measure among those registered
         */
        public record Day(LocalDate date, Share share) {}
    }
}
