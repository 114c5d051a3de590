package org.payqual.domain.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.MeasureKind;
import org.payqual.domain.rulebook.Measures;
import org.payqual.domain.rulebook.StandingKind;

/**
 * What is recorded of a person. Dates are days in Asia/Shanghai on which something took effect; spans are half-open,
 * and {@code until} is the first free day.
 */
public sealed interface PersonEvent extends Event permits RecordEvent, PersonEvent.Identified, PersonEvent.Decided {

    /** A fact decided under a rulebook, whose receipt it carries. */
    sealed interface Decided extends PersonEvent
            permits AppealEvent,
                    RepairEvent,
                    RestorationEvent,
                    Committed,
                    Registered,
                    RegistrationAmended,
                    Departed,
                    StatusMaintained,
                    LicenceReported,
                    Scored,
                    NoticeServed,
                    Reminded,
                    Interviewed,
                    Trained,
                    KeySupervisionStarted,
                    MeasureSet,
                    MeasureRevoked,
                    ScoreAdjusted,
                    ScoreRevoked {
        /** Returns the law that was applied and the facts that were looked at. */
        Receipt receipt();
    }

    /**
     * The person is known to the ledger; opens every person's stream.
     *
     * @param documentType the kind of the identity document
     */
    record Identified(String documentType) implements PersonEvent {}

    /**
     * A service commitment was signed (TJ-14).
     *
     * @param institution where
     * @param date of the signature
     */
    record Committed(String institution, LocalDate date, Receipt receipt) implements Decided {}

    /**
     * The person was registered at an institution (TJ-18, 19, 22).
     *
     * @param institution where
     * @param from the first day of the registration
     * @param content what the registration says (TJ-17)
     */
    record Registered(String institution, LocalDate from, RegistrationContent content, Receipt receipt)
            implements Decided {}

    /**
     * The content of a registration changed (TJ-18).
     *
     * @param institution where
     * @param date from which the new content holds
     * @param content what the registration says from then on
     */
    record RegistrationAmended(String institution, LocalDate date, RegistrationContent content, Receipt receipt)
            implements Decided {}

    /**
     * The person left an institution, which ends the registration there (TJ-20).
     *
     * @param institution which
     * @param date the first day without registration
     * @param reason why
     */
    record Departed(String institution, LocalDate date, DepartureReason reason, Receipt receipt) implements Decided {}

    /**
     * An institution confirmed that it set the person's status (TJ-22, 31).
     *
     * @param institution which
     * @param date on which it did
     * @param status the status set
     */
    record StatusMaintained(String institution, LocalDate date, StandingKind status, Receipt receipt)
            implements Decided {}

    /**
     * A change of the person's licence was reported (TJ-38).
     *
     * @param reportedBy who told the agency
     * @param institution through which institution, where one reported
     * @param change what happened to the licence
     * @param effective since when
     * @param reported on which day the agency was told
     */
    record LicenceReported(
            Party reportedBy,
            @Nullable String institution,
            LicenceChange change,
            LocalDate effective,
            LocalDate reported,
            Receipt receipt)
            implements Decided {}

    /**
     * A notice scored the person (TJ-24 to 30). Its points count on the day of the handling.
     *
     * @param notice the notice's id, unique within the person
     * @param inspection the inspection from which the handling came (TJ-25)
     * @param institution at which the acts were done
     * @param handling the handling's id
     * @param handlingKind its kind
     * @param handlingDate its day
     * @param entered the day on which the notice was entered
     * @param starts from which day a measure that follows runs
     * @param months the term stated by the agency, where the rulebook leaves it a range
     * @param monthsReason digest of the reason for that term
     * @param findings at least one
     * @param institutionHeard whether the institution was heard on the responsibility (TJ-30)
     * @param determinedBy who determined the responsibility
     * @param yearCap above which the notice does not raise the year total; null where there is no cap
     */
    record Scored(
            String notice,
            String inspection,
            String institution,
            String handling,
            HandlingKind handlingKind,
            LocalDate handlingDate,
            LocalDate entered,
            LocalDate starts,
            @Nullable Integer months,
            @Nullable String monthsReason,
            List<Finding> findings,
            boolean institutionHeard,
            Determiner determinedBy,
            @Nullable Integer yearCap,
            Receipt receipt)
            implements Decided {
        /** Copies the findings. */
        public Scored {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A notice was served (TJ-34.1).
     *
     * @param notice which
     * @param to on whom
     * @param received the day of receipt
     * @param appealBy the last day for an appeal, where the notice states one (TJ-34.2)
     */
    record NoticeServed(
            String notice,
            Party to,
            LocalDate received,
            @Nullable LocalDate appealBy,
            Receipt receipt) implements Decided {}

    /**
     * A reminder talk was held after a notice (CY-9).
     *
     * @param notice which
     * @param by the institution, or the agency
     * @param date of the talk
     */
    record Reminded(String notice, Talker by, LocalDate date, Receipt receipt) implements Decided {}

    /**
     * The agency interviewed the person (TJ-31.1).
     *
     * @param notice on account of which notice
     * @param date of the interview
     */
    record Interviewed(String notice, LocalDate date, Receipt receipt) implements Decided {}

    /**
     * The person took part in training on law and practice (CY-9).
     *
     * @param date of the training
     * @param institution that held it; null where the agency did
     */
    record Trained(LocalDate date, @Nullable String institution, Receipt receipt) implements Decided {}

    /**
     * The person is under key supervision to the end of the year (TJ-31.1).
     *
     * @param notice the notice that reached the total
     * @param from the day of its handling
     * @param until the first day of the next year
     * @param total the year total as known when the notice was recorded
     * @param interviewDue whether the agency owes an interview
     * @param circularDue whether a circular in the institution or its chain is due
     */
    record KeySupervisionStarted(
            String notice,
            LocalDate from,
            LocalDate until,
            int total,
            boolean interviewDue,
            boolean circularDue,
            Provision provision,
            Receipt receipt)
            implements Decided {}

    /** A measure began or took another shape. */
    sealed interface MeasureSet extends Decided {
        /** Returns the measure as it now stands. */
        Measure measure();
    }

    /**
     * A suspension follows from a notice (TJ-31.2).
     *
     * @param measure the suspension
     */
    record Suspended(Measure measure, Receipt receipt) implements MeasureSet {}

    /**
     * A termination follows from a notice (TJ-31.3); it ends all registrations from its first day.
     *
     * @param measure the termination
     */
    record Terminated(Measure measure, Receipt receipt) implements MeasureSet {}

    /**
     * A suspension became milder, from its original first day (TJ-34.4, 35).
     *
     * @param measure the suspension as it now stands
     * @param because what brought this about
     * @param becauseId the id of the notice that changed or of the repair granted, or the sequence number of the entry
     *     that was corrected
     */
    record SuspensionChanged(Measure measure, MeasureCause because, String becauseId, Receipt receipt)
            implements MeasureSet {}

    /**
     * A termination became milder, from its original first day (TJ-34.4, 35).
     *
     * @param measure the termination as it now stands
     * @param because what brought this about
     * @param becauseId the id of the notice that changed or of the repair granted, or the sequence number of the entry
     *     that was corrected
     */
    record TerminationChanged(Measure measure, MeasureCause because, String becauseId, Receipt receipt)
            implements MeasureSet {}

    /** A measure fell as if it had never been. */
    sealed interface MeasureRevoked extends Decided {
        /** Returns the notice from which the measure had followed. */
        String notice();
    }

    /**
     * A suspension fell from its first day (TJ-34.4).
     *
     * @param notice from which it had followed
     * @param because what brought this about
     * @param becauseId the id of the notice that changed, or the sequence number of the entry that was corrected
     */
    record SuspensionRevoked(String notice, MeasureCause because, String becauseId, Receipt receipt)
            implements MeasureRevoked {}

    /**
     * A termination fell from its first day; the registrations that it had ended never ended (TJ-34.4).
     *
     * @param notice from which it had followed
     * @param because what brought this about
     * @param becauseId the id of the notice that changed, or the sequence number of the entry that was corrected
     */
    record TerminationRevoked(String notice, MeasureCause because, String becauseId, Receipt receipt)
            implements MeasureRevoked {}

    /**
     * A notice has other, lower findings than before, as if it always had (TJ-34.4).
     *
     * @param notice which
     * @param date of the decision
     * @param appeal the appeal that was decided so
     * @param findings those that it has now
     * @param endsKeySupervisionOf the notices whose key supervision no longer follows
     */
    record ScoreAdjusted(
            String notice,
            LocalDate date,
            String appeal,
            List<Finding> findings,
            List<String> endsKeySupervisionOf,
            Receipt receipt)
            implements Decided {
        /** Copies the lists. */
        public ScoreAdjusted {
            findings = List.copyOf(findings);
            endsKeySupervisionOf = List.copyOf(endsKeySupervisionOf);
        }
    }

    /**
     * A notice's score fell as if it had never been (TJ-34.4).
     *
     * @param notice which
     * @param date of the decision under which it fell
     * @param cause why
     * @param causeId the id of the handling that was overturned or of the appeal that succeeded, or the sequence number
     *     of the entry that was corrected
     * @param endsKeySupervisionOf the notices whose key supervision no longer follows
     */
    record ScoreRevoked(
            String notice,
            LocalDate date,
            RevocationCause cause,
            String causeId,
            List<String> endsKeySupervisionOf,
            Receipt receipt)
            implements Decided {
        /** Copies the list. */
        public ScoreRevoked {
            endsKeySupervisionOf = List.copyOf(endsKeySupervisionOf);
        }
    }

    /**
     * A measure as an event states it.
     *
     * @param notice from which it follows; a notice has one measure at most
     * @param kind suspension or termination
     * @param from its first day
     * @param until the first free day
     * @param term as ISO 8601 period, such as {@code P2M}
     * @param basis the column that gave the term
     * @param total the year total as known when the notice was recorded
     * @param ownPoints the notice's own points
     * @param line the least points of the tier that brought it
     * @param endRestores whether the end of the term restores the person without a request
     * @param provision of the consequence
     */
    record Measure(
            String notice,
            MeasureKind kind,
            LocalDate from,
            LocalDate until,
            String term,
            MeasureBasis basis,
            int total,
            int ownPoints,
            int line,
            boolean endRestores,
            Provision provision) {

        /**
         * Returns the measure with a term shorter by some months, counted from its first day, but not ending before a
         * day (TJ-35).
         */
        Measure shortened(int months, LocalDate notBefore, Measures how) {
            Period shorter = Period.parse(term).minusMonths(months).normalized();
            LocalDate end = how.until(from, shorter);
            return new Measure(
                    notice,
                    kind,
                    from,
                    end.isBefore(notBefore) ? notBefore : end,
                    shorter.toString(),
                    basis,
                    total,
                    ownPoints,
                    line,
                    endRestores,
                    provision);
        }
    }
}
