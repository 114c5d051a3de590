package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.identity.IdentityField;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.StandingKind;

/** What may be asked to be recorded of a person. */
public sealed interface PersonCommand
        permits AppealCommand,
                RepairCommand,
                RestorationCommand,
                PersonCommand.Identify,
                PersonCommand.Enrol,
                PersonCommand.CorrectEntry,
                PersonCommand.CorrectIdentity,
                PersonCommand.EraseIdentity,
                PersonCommand.Merge,
                PersonCommand.Commit,
                PersonCommand.Register,
                PersonCommand.Amend,
                PersonCommand.Depart,
                PersonCommand.MaintainStatus,
                PersonCommand.ReportLicence,
                PersonCommand.Score,
                PersonCommand.ServeNotice,
                PersonCommand.Remind,
                PersonCommand.Interview,
                PersonCommand.Train,
                PersonCommand.RevokeOverturned,
                PersonCommand.Reinstate {

    /** The code of the refusal of an {@link Enrol} that changes nothing, because all it says is on record. */
    String ENROLLED = "enrolled";

    /**
     * Makes the person known.
     *
     * @param documentType the kind of the identity document
     */
    record Identify(String documentType) implements PersonCommand {}

    /**
     * Takes a person over from a roster, all together or not at all: makes them known if they are not, records their
     * commitment if it is not on record, and registers them (TJ-14, 17, 18).
     *
     * @param documentType the kind of the identity document
     * @param committed the day of the commitment at that institution
     * @param registration there
     */
    record Enrol(String documentType, LocalDate committed, Register registration) implements PersonCommand {}

    /**
     * Voids an earlier entry that was a clerk's error.
     *
     * @param entry its sequence number
     * @param date of the correction
     * @param reason digest of the reason
     */
    record CorrectEntry(long entry, LocalDate date, String reason) implements PersonCommand {}

    /**
     * Records that the identity store holds a corrected identity.
     *
     * @param version that is right
     * @param fields in which it differs from the one before
     * @param date of the correction
     * @param reason digest of the reason
     */
    record CorrectIdentity(int version, List<IdentityField> fields, LocalDate date, String reason)
            implements PersonCommand {
        /** Copies the fields. */
        public CorrectIdentity {
            fields = List.copyOf(fields);
        }
    }

    /** Records that the identity is erased, as ordered on a day. */
    record EraseIdentity(LocalDate date) implements PersonCommand {}

    /**
     * Closes a record, because its person has another.
     *
     * @param record the id of the record to be closed
     * @param into the id of the record in which the person goes on
     * @param date of the merger
     * @param reason digest of the reason
     */
    record Merge(String record, String into, LocalDate date, String reason) implements PersonCommand {}

    /** Records a service commitment signed at an institution on a day (TJ-14). */
    record Commit(String institution, LocalDate date) implements PersonCommand {}

    /** Registers the person at an institution from a day on (TJ-18). */
    record Register(String institution, LocalDate from, RegistrationContent content) implements PersonCommand {}

    /** Changes the content of the registration that holds at an institution on a day (TJ-18). */
    record Amend(String institution, LocalDate date, RegistrationContent content) implements PersonCommand {}

    /** Ends the registration at an institution; the date is the first day without it (TJ-20). */
    record Depart(String institution, LocalDate date, DepartureReason reason) implements PersonCommand {}

    /** Confirms that the institution set the person's status on a day (TJ-22). */
    record MaintainStatus(String institution, LocalDate date, StandingKind status) implements PersonCommand {}

    /** Reports a change of the person's licence (TJ-38). */
    record ReportLicence(
            Party reportedBy,
            @Nullable String institution,
            LicenceChange change,
            LocalDate effective,
            LocalDate reported)
            implements PersonCommand {}

    /**
     * Scores the person by a notice (TJ-24 to 31).
     *
     * @param notice the notice's id
     * @param handling the handling on which it rests
     * @param entered the day of entry
     * @param starts the day from which a measure runs, where the notice states one
     * @param months the term stated by the agency, where the rulebook leaves it a range
     * @param monthsReason digest of the reason for that term
     * @param institutionHeard whether the institution was heard (TJ-30)
     * @param findings at least one
     */
    record Score(
            String notice,
            String handling,
            LocalDate entered,
            @Nullable LocalDate starts,
            @Nullable Integer months,
            @Nullable String monthsReason,
            boolean institutionHeard,
            List<ClaimedFinding> findings)
            implements PersonCommand {
        /** Copies the findings. */
        public Score {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A finding as it is handed in. Points are derived; whoever sends them as well must send the derived ones (TJ-30).
     *
     * @param violation the kind of act
     * @param circumstance the circumstance met
     * @param responsibility the degree, without which nothing can be scored
     * @param points as the sender believes them to be
     * @param actedFrom the first day of the act
     * @param actedTo the last day of the act
     * @param article the article of the regulation that the handling applied
     * @param basis code of the legal or contractual basis besides
     * @param reason digest of the officer's reason
     * @param amount involved, in whole yuan
     * @param move the ground on which the finding is moved one band up or down
     */
    record ClaimedFinding(
            String violation,
            String circumstance,
            @Nullable Responsibility responsibility,
            @Nullable Integer points,
            @Nullable LocalDate actedFrom,
            LocalDate actedTo,
            @Nullable Integer article,
            @Nullable String basis,
            @Nullable String reason,
            @Nullable Long amount,
            @Nullable String move) {
        /** Writes the kind of act in capitals, so that two ways of writing one are not two violations (TJ-25). */
        public ClaimedFinding {
            violation = violation.toUpperCase(Locale.ROOT);
        }
    }

    /** Records that a notice was served on a party, with the last day for an appeal where it states one (TJ-34.1). */
    record ServeNotice(
            String notice,
            Party to,
            LocalDate received,
            @Nullable LocalDate appealBy) implements PersonCommand {}

    /** Records a reminder talk after a notice (CY-9). */
    record Remind(String notice, Talker by, LocalDate date) implements PersonCommand {}

    /** Records the agency's interview on account of a notice (TJ-31.1). */
    record Interview(String notice, LocalDate date) implements PersonCommand {}

    /**
     * Records that the person took part in training (CY-9).
     *
     * @param institution that held it; null where the agency did
     */
    record Train(LocalDate date, @Nullable String institution) implements PersonCommand {}

    /** Takes back a notice's score because its handling was overturned (TJ-34.4). */
    record RevokeOverturned(String notice) implements PersonCommand {}

    /**
     * Lets a notice's score stand again, because the overturning of its handling was a clerk's error.
     *
     * @param notice which
     * @param date of the correction of the overturning
     * @param reason digest of the reason for that correction
     */
    record Reinstate(String notice, LocalDate date, String reason) implements PersonCommand {}
}
