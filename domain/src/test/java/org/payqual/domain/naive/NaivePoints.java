package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.NaiveBook.Repair;
import org.payqual.domain.naive.NaiveBook.Slip;

/** TJ-25 and 35 in plain numbers: what notices add, what repairs take off, what a year comes to. */
record NaivePoints(NaiveBook book) {

    private record Step(LocalDate day, int place, int change) {}

    /** The points of a year up to a day, by everything that is in the list. */
    int on(LocalDate day) {
        return total(day.getYear(), day, Integer.MAX_VALUE);
    }

    /** The points of a notice's year by what was in the list up to it, whatever the days. */
    int knownAt(Slip slip) {
        return total(slip.year(), LocalDate.MAX, slip.place);
    }

    private int total(int year, LocalDate last, int lastPlace) {
        List<Step> steps = new ArrayList<>();
        for (Slip slip : book.slips) {
            if (slip.stands()) {
                steps.add(new Step(slip.noticed.day(), slip.place, adds(slip)));
            }
        }
        for (Repair repair : book.repairs) {
            if (repair.day != null) {
                steps.add(new Step(repair.day, repair.granted, -repair.points));
            }
        }
        steps.sort(Comparator.comparing(Step::day).thenComparingInt(Step::place));
        int total = 0;
        for (Step step : steps) {
            if (step.day().getYear() == year && !step.day().isAfter(last) && step.place() <= lastPlace) {
                total = Math.max(0, total + step.change());
            }
        }
        return total;
    }

    /** What a notice that stands adds: for each violation the excess over what the same inspection found before. */
    int adds(Slip slip) {
        int adds = 0;
        for (String violation : violations(slip.found)) {
            adds += Math.max(0, highest(slip.found, violation) - before(slip, violation));
        }
        return adds;
    }

    private int before(Slip slip, String violation) {
        int highest = 0;
        for (Slip other : book.slips) {
            if (other.stands()
                    && other.place < slip.place
                    && other.noticed.inspection().equals(slip.noticed.inspection())) {
                highest = Math.max(highest, highest(other.found, violation));
            }
        }
        return highest;
    }

    /** The full values of the highest findings. */
    static int own(List<Found> found) {
        int own = 0;
        for (String violation : violations(found)) {
            own += highest(found, violation);
        }
        return own;
    }

    static int highest(List<Found> found, String violation) {
        int highest = 0;
        for (Found it : found) {
            if (it.violation().equals(violation)) {
                highest = Math.max(highest, it.points());
            }
        }
        return highest;
    }

    static Set<String> violations(List<Found> found) {
        Set<String> violations = new HashSet<>();
        found.forEach(it -> violations.add(it.violation()));
        return violations;
    }
}
