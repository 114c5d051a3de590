package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;

/**
 * A scoring notice as the ledger now holds it.
 *
 * @param id unique within the person
 * @param recorded its place in the order of recording, the sequence number of its event
 * @param inspection the inspection from which its handling came
 * @param institution at which the acts were done
 * @param handling the handling on which it rests
 * @param handlingKind that handling's kind
 * @param date the day of that handling, on which its points count and which gives its year (TJ-25)
 * @param starts from which day a measure that follows runs
 * @param months the term stated by the agency, where the rulebook leaves it a range
 * @param findings at least one
 * @param determinedBy who determined the responsibility
 * @param yearCap above which it does not raise the year total; null where there is no cap
 * @param rulebook the id of the rulebook by which it was decided
 * @param knowsFrom the first place in the order of recording that was known when it was recorded; later than 0 only
 *     where it was taken over from another record of the person
 * @param past what it found before it was adjusted or fell, oldest first
 * @param inForce whether it stands
 * @param corrected whether it fell because its entry was a clerk's error, so that it may be entered anew
 */
public record Notice(
        String id,
        long recorded,
        String inspection,
        String institution,
        String handling,
        HandlingKind handlingKind,
        LocalDate date,
        LocalDate starts,
        @Nullable Integer months,
        List<Finding> findings,
        Determiner determinedBy,
        @Nullable Integer yearCap,
        String rulebook,
        long knowsFrom,
        List<Past> past,
        boolean inForce,
        boolean corrected) {

    /**
     * What a notice found for a while.
     *
     * @param findings at that time
     * @param until the place in the order of recording from which it did no more
     */
    public record Past(List<Finding> findings, long until) {
        /** Copies the findings. */
        public Past {
            findings = List.copyOf(findings);
        }
    }

    /** Copies the lists. */
    public Notice {
        findings = List.copyOf(findings);
        past = List.copyOf(past);
    }

    /** Returns the calendar year in which the points count (TJ-25). */
    public int year() {
        return date.getYear();
    }

    /** Returns the points of the highest finding for each violation (TJ-25). */
    public Map<String, Integer> highestByViolation() {
        return findings.stream().collect(Collectors.toMap(Finding::violation, Finding::points, Math::max));
    }

    /** Returns the notice's own points: the full values of its highest findings for each violation (TJ-31). */
    public int ownPoints() {
        return highestByViolation().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Tells whether something recorded at a place was known when the notice was recorded. */
    boolean knew(long place) {
        return knowsFrom <= place && place <= recorded;
    }

    Notice adjusted(List<Finding> instead) {
        return with(instead, past, inForce, corrected);
    }

    Notice revoked() {
        return with(findings, past, false, corrected);
    }

    Notice adjusted(List<Finding> instead, long place) {
        return with(instead, pastUntil(place), inForce, corrected);
    }

    Notice revoked(long place) {
        return with(findings, pastUntil(place), false, corrected);
    }

    Notice corrected(long place) {
        return with(findings, inForce ? pastUntil(place) : past, false, true);
    }

    private List<Past> pastUntil(long place) {
        return Stream.concat(past.stream(), Stream.of(new Past(findings, place)))
                .toList();
    }

    private Notice with(List<Finding> found, List<Past> before, boolean stands, boolean wrong) {
        return new Notice(
                id,
                recorded,
                inspection,
                institution,
                handling,
                handlingKind,
                date,
                starts,
                months,
                found,
                determinedBy,
                yearCap,
                rulebook,
                knowsFrom,
                before,
                stands,
                wrong);
    }
}
