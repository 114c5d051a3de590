package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What notices add to a year's points and repairs take from them, worked out anew from what is in force each time it is
 * asked (TJ-25, 35).
 */
final class YearPoints {

    private record Kind(String inspection, String violation) {}

    private record Step(
            LocalDate date,
            long recorded,
            int change,
            @Nullable Integer cap) {

        /** A cap stops what would rise above it, and takes nothing back from what already stands higher. */
        int after(int total) {
            int next = Math.max(0, total + change);
            return cap == null ? next : Math.max(Math.min(next, cap), Math.min(next, total));
        }
    }

    private final Map<String, Integer> added;
    private final List<Step> steps = new ArrayList<>();

    /**
     * Works out what each notice in force adds and each repair granted takes away.
     *
     * @param notices in order of recording; those not in force are passed over
     * @param repairs those not granted are passed over
     */
    YearPoints(Collection<Notice> notices, Collection<Repair> repairs) {
        List<Notice> inForce = notices.stream().filter(Notice::inForce).toList();
        this.added = added(inForce);
        for (Notice notice : inForce) {
            steps.add(new Step(notice.date(), notice.recorded(), addedBy(notice.id()), notice.yearCap()));
        }
        for (Repair repair : repairs) {
            if (repair.granted() != null && repair.decided() != null) {
                steps.add(new Step(repair.decided(), repair.granted(), -repair.points(), null));
            }
        }
        steps.sort(Comparator.comparing(Step::date).thenComparingLong(Step::recorded));
    }

    /**
     * Returns what a notice adds: for each inspection and violation the excess over the highest finding still in force
     * recorded before it, whatever the year. Zero for a notice that is not in force.
     */
    int addedBy(String notice) {
        return added.getOrDefault(notice, 0);
    }

    /** Returns the total of a year on a date: what counts with dates up to it, never below 0 at any step. */
    int totalOn(LocalDate date) {
        return total(
                step -> step.date().getYear() == date.getYear() && !step.date().isAfter(date));
    }

    /** Returns the total of a notice's year as known when it was recorded, whatever the dates. */
    int totalKnownAt(Notice notice) {
        return total(step -> step.date().getYear() == notice.year() && notice.knew(step.recorded()));
    }

    private int total(Predicate<Step> counted) {
        int total = 0;
        for (Step step : steps) {
            if (counted.test(step)) {
                total = step.after(total);
            }
        }
        return total;
    }

    private static Map<String, Integer> added(List<Notice> inForce) {
        Map<Kind, Integer> highest = new HashMap<>();
        Map<String, Integer> added = new LinkedHashMap<>();
        for (Notice notice : inForce) {
            int sum = 0;
            for (Map.Entry<String, Integer> found : notice.highestByViolation().entrySet()) {
                Kind kind = new Kind(notice.inspection(), found.getKey());
                int before = highest.getOrDefault(kind, 0);
                sum += Math.max(0, found.getValue() - before);
                highest.put(kind, Math.max(before, found.getValue()));
            }
            added.put(notice.id(), sum);
        }
        return added;
    }
}
