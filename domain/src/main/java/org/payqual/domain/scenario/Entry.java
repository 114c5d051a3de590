package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.Responsibility;

/** What is entered into a world: one step for one person, with nothing left to guess. */
public sealed interface Entry {

    /** Returns the person concerned, or nothing where it concerns everybody scored on a handling. */
    @Nullable
    String person();

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
     */
    record Basis(
            String handling,
            HandlingKind kind,
            LocalDate date,
            String institution,
            String inspection,
            LocalDate opened) {}

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
     */
    record Finding(
            String violation,
            String circumstance,
            @Nullable Responsibility responsibility,
            @Nullable Integer points,
            LocalDate acted,
            @Nullable Integer article,
            @Nullable String reason) {}

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
