package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;

/** What is entered into a world: one step for one person, with nothing left to guess. */
public sealed interface Entry {

    /** Returns the person concerned, or nothing where it concerns everybody scored on a handling. */
    @Nullable
    String person();

    /**
     * The merger of a person's record into another of the same person.
     *
     * @param person whose record is closed
     * @param into whose record goes on
     */
    record Merger(
            String person,
            String into,
            LocalDate date,
            @Nullable String reason) implements Entry {}

    /** A commitment of a person at an institution. */
    record Commitment(String person, String institution, LocalDate date) implements Entry {}

    /** A registration of a person at an institution from a day on. */
    record Registration(String person, String institution, LocalDate from, String role, boolean primary)
            implements Entry {}

    /** Other content of a registration from a day on. */
    record Amendment(String person, String institution, LocalDate date, String role, boolean primary)
            implements Entry {}

    /** A departure; the date is the first day without registration. */
    record Departure(String person, String institution, LocalDate date) implements Entry {}

    /**
     * A notice that scores a person.
     *
     * @param person by the scenario's name
     * @param notice its id, unique within the person
     * @param basis the handling on which it rests, entered before the notice where it is new
     * @param entered the day of entry
     * @param starts from which day a measure runs, where the notice says so
     * @param months the term, where the rulebook leaves it to the agency
     * @param monthsReason the reason for the term
     * @param heard whether the institution was heard
     * @param findings at least one
     */
    record Scoring(
            String person,
            String notice,
            Basis basis,
            LocalDate entered,
            @Nullable LocalDate starts,
            @Nullable Integer months,
            @Nullable String monthsReason,
            boolean heard,
            List<Finding> findings)
            implements Entry {
        /** Copies the findings. */
        public Scoring {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A handling on which a notice rests, and the inspection from which it came.
     *
     * @param handling its id
     * @param kind its kind
     * @param date on which it was made
     * @param institution against which it was made
     * @param inspection the inspection's id
     * @param opened the day on which the inspection was opened
     * @param articles of the regulation that it applied, if it is a penalty
     * @param manners of it, if it is one under the agreement
     */
    record Basis(
            String handling,
            HandlingKind kind,
            LocalDate date,
            String institution,
            String inspection,
            LocalDate opened,
            List<Integer> articles,
            List<HandlingManner> manners) {
        /** Copies the lists. */
        public Basis {
            articles = List.copyOf(articles);
            manners = List.copyOf(manners);
        }
    }

    /**
     * A finding.
     *
     * @param violation the kind of act
     * @param circumstance by its citation
     * @param responsibility the degree; absent where a refusal is looked for
     * @param points as the sender believes them to be
     * @param acted the last day of the act
     * @param article of the regulation that the handling applied
     * @param reason the officer's
     * @param amount involved, in whole yuan
     * @param move the ground on which the finding is moved one band
     */
    record Finding(
            String violation,
            String circumstance,
            @Nullable Responsibility responsibility,
            @Nullable Integer points,
            LocalDate acted,
            @Nullable Integer article,
            @Nullable String reason,
            @Nullable Long amount,
            @Nullable String move) {}

    /** The service of a notice on one party. */
    record Service(
            String person,
            String notice,
            Party to,
            LocalDate received,
            @Nullable LocalDate appealBy) implements Entry {}

    /** A reminder talk after a notice. */
    record ReminderTalk(String person, String notice, Talker by, LocalDate date) implements Entry {}

    /** An interview on account of a notice. */
    record Interview(String person, String notice, LocalDate date) implements Entry {}

    /** A training, held by an institution or by the agency. */
    record Training(String person, @Nullable String institution, LocalDate date) implements Entry {}

    /**
     * An appeal received by the agency.
     *
     * @param person by the scenario's name
     * @param appeal its id
     * @param notice against which notice
     * @param by the party that appeals
     * @param date of receipt
     * @param signed whether the person signed
     * @param sealed whether the institution sealed
     */
    record AppealFiling(
            String person, String appeal, String notice, Party by, LocalDate date, boolean signed, boolean sealed)
            implements Entry {}

    /** The explanation of a score to whoever appealed. */
    record AppealExplanation(String person, String appeal, LocalDate date) implements Entry {}

    /** The transfer of an appeal to whoever decides it next. */
    record AppealEscalation(String person, String appeal, LocalDate date) implements Entry {}

    /** What experts found on an appeal, asked by whoever handles it. */
    record ExpertReview(
            String person,
            String appeal,
            LocalDate date,
            Determiner by,
            @Nullable String opinion) implements Entry {}

    /**
     * The decision on an appeal.
     *
     * @param person by the scenario's name
     * @param appeal its id
     * @param date of the decision
     * @param outcome how it ends
     * @param by whoever has to decide it
     * @param reason for the decision
     * @param findings those that an adjusted notice has instead
     */
    record AppealDecision(
            String person,
            String appeal,
            LocalDate date,
            AppealOutcome outcome,
            Determiner by,
            @Nullable String reason,
            List<Finding> findings)
            implements Entry {
        /** Copies the findings. */
        public AppealDecision {
            findings = List.copyOf(findings);
        }
    }

    /** A request for a repair, through an institution that approves or does not; what it takes is shown with it. */
    record RepairRequest(
            String person,
            String repair,
            LocalDate date,
            String institution,
            Path path,
            @Nullable Integer points,
            boolean approved)
            implements Entry {}

    /** The grant of a repair, the act having been put right. */
    record RepairGrant(String person, String repair, LocalDate date, boolean shorten) implements Entry {}

    /** The refusal of a repair. */
    record RepairRefusal(
            String person,
            String repair,
            LocalDate date,
            @Nullable String reason) implements Entry {}

    /** A request for a restoration, through an institution or, where there is none here, directly. */
    record RestorationRequest(
            String person,
            String restoration,
            LocalDate date,
            @Nullable String institution,
            boolean approved) implements Entry {}

    /** The district's review of a request for restoration. */
    record RestorationReview(
            String person,
            String restoration,
            LocalDate date,
            boolean passed,
            @Nullable String reason) implements Entry {}

    /** The decision on a restoration. */
    record RestorationDecision(
            String person,
            String restoration,
            LocalDate date,
            boolean granted,
            @Nullable String reason) implements Entry {}

    /**
     * A handling overturned, with which every score that rests on it falls.
     *
     * @param handling its id
     * @param date of the decision that overturned it
     * @param reason for it, where one is stated
     * @param scored everyone scored on it, in the order of recording
     */
    record Overturning(
            String handling, LocalDate date, @Nullable String reason, List<Scored> scored) implements Entry {
        /** Copies the list. */
        public Overturning {
            scored = List.copyOf(scored);
        }

        @Override
        public @Nullable String person() {
            return null;
        }
    }

    /** A person and the notice by which they were scored. */
    record Scored(String person, String notice) {}
}
