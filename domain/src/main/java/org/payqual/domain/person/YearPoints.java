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

/** What notices add to a year's points, worked out anew from the notices in force each time it is asked (TJ-25). */
final class YearPoints {

    private record Kind(String inspection, String violation) {}

    private record Step(LocalDate date, long recorded, int change) {}

    private final List<Notice> inForce;
    private final Map<String, Integer> added;

    /**
     * Works out what each notice in force adds.
     *
     * @param notices in order of recording; those not in force are passed over
     */
    YearPoints(Collection<Notice> notices) {
        this.inForce = notices.stream().filter(Notice::inForce).toList();
        this.added = added(inForce);
    }

    /**
     * Returns what a notice adds: for each inspection and violation the excess over the highest finding still in force
     * recorded before it, whatever the year. Zero for a notice that is not in force.
     */
    int addedBy(String notice) {
        return added.getOrDefault(notice, 0);
    }

    /** Returns the total of a year on a date: what counts with handling dates up to it. */
    int totalOn(LocalDate date) {
        return total(notice -> notice.year() == date.getYear() && !notice.date().isAfter(date));
    }

    /** Returns the total of a notice's year as known when it was recorded, whatever the dates. */
    int totalKnownAt(Notice notice) {
        return total(other -> other.year() == notice.year() && other.recorded() <= notice.recorded());
    }

    private int total(Predicate<Notice> counted) {
        List<Step> steps = new ArrayList<>();
        inForce.stream()
                .filter(counted)
                .forEach(notice -> steps.add(new Step(notice.date(), notice.recorded(), addedBy(notice.id()))));
        steps.sort(Comparator.comparing(Step::date).thenComparingLong(Step::recorded));
        int total = 0;
        for (Step step : steps) {
            total = Math.max(0, total + step.change());
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
