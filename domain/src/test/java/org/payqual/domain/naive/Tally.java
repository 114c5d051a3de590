package org.payqual.domain.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.payqual.domain.naive.NaiveBook.Restoration;
import org.payqual.domain.naive.NaiveBook.Slip;
import org.payqual.domain.naive.NaiveObjections.Objection;

/** Counts what happened in many lives: random lives prove something only where much happens in them. */
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    void refused(Objection objection) {
        count("refused " + objection.provision() + " " + objection.why());
    }

    /** Counts what was entered and what it changed. */
    void entered(Happening happening, NaiveBook before, NaiveBook after) {
        count("entered " + word(happening));
        for (int i = 0; i < before.slips.size(); i++) {
            changed(before, before.slips.get(i), after.slips.get(i), happening);
        }
        after.slips.stream()
                .filter(it -> it.measured() && before.slip(it.noticed.notice()) == null)
                .forEach(it -> count("measure " + it.provision + " " + it.months));
        for (Restoration restoration : after.restorations) {
            if (restoration.granted != null
                    && happening instanceof Happening.RestorationDecided it
                    && it.restoration().equals(restoration.asked.restoration())) {
                count(
                        restoration.effective().isAfter(restoration.granted)
                                ? "restoration effective at the end of the term"
                                : "restoration effective at once");
            }
        }
    }

    private void changed(NaiveBook before, Slip was, Slip now, Happening happening) {
        String how = changes(happening, before, was) ? "with its own notice" : "with another notice";
        if (was.measured() && !now.measured()) {
            count("measure falls " + how);
            countIf(lifted(before, was), "lifted measure falls");
            countIf(was.shortened != null, "shortened measure falls");
        } else if (was.measured() && !was.provision.equals(now.provision)) {
            count("measure is eased " + how);
            countIf(was.terminates && !now.terminates, "termination becomes suspension");
            countIf(lifted(before, was), "lifted measure is eased");
            countIf(was.shortened != null, "shortened measure is eased");
        } else if (was.measured() && was.months != now.months) {
            count("measure is eased within its tier");
        }
        countIf(was.shortened == null && now.shortened != null, "measure is shortened");
        countIf(
                was.shortened == null && now.shortened != null && now.until.equals(now.shortened),
                "measure ends with the repair");
        countIf(was.supervised && !now.supervised, "key supervision ends " + how);
        countIf(was.reopened != now.reopened, "appeal period reopens");
    }

    private static boolean changes(Happening happening, NaiveBook before, Slip slip) {
        return switch (happening) {
            case Happening.Overturned it -> it.notice().equals(slip.noticed.notice());
            case Happening.Decided it -> before.plea(it.appeal()).against == slip;
            default -> false;
        };
    }

    private static boolean lifted(NaiveBook book, Slip slip) {
        return book.restorations.stream().anyMatch(it -> it.lifts.contains(slip));
    }

    private static String word(Happening happening) {
        String word = happening.getClass().getSimpleName();
        return switch (happening) {
            case Happening.Decided it -> word + " " + it.outcome();
            case Happening.RepairAsked it -> word + " " + it.way();
            case Happening.RestorationDecided it -> word + " " + it.granted();
            default -> word;
        };
    }

    void countIf(boolean counted, String what) {
        if (counted) {
            count(what);
        }
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Checks that each of these happened so often. */
    void assertEachAtLeast(int least, String... expected) {
        for (String what : expected) {
            assertThat(counts.getOrDefault(what, 0)).as(what).isGreaterThanOrEqualTo(least);
        }
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        counts.forEach(
                (what, count) -> lines.append(count).append(' ').append(what).append('\n'));
        return lines.toString();
    }
}
