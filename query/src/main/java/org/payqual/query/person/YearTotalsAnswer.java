package org.payqual.query.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.YearTotal;
import org.payqual.query.knowledge.KnownAt;

/**
 * What a person's years came to.
 *
 * @param person the person's id
 * @param validAt the day asked about
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether an appeal of the person is open on that day
 * @param years the year of that day, always, and every earlier one in which there is something to tell; newest first
 */
record YearTotalsAnswer(
        String person, LocalDate validAt, KnownAt reflects, long version, boolean objected, List<YearShown> years) {

    YearTotalsAnswer {
        years = List.copyOf(years);
    }

    /**
     * One year.
     *
     * @param year which
     * @param points on the day asked about, or for an earlier year on its last day
     * @param keySupervision whether the person is under key supervision on that day
     * @param steps how the year went, in order of time; days without points or supervision are left out
     */
    record YearShown(int year, int points, boolean keySupervision, List<Step> steps) {

        YearShown {
            steps = List.copyOf(steps);
        }

        static YearShown of(int year, LocalDate day, List<Held<YearTotal>> totals) {
            LocalDate last = LocalDate.of(year, 12, 31);
            LocalDate asked = day.isBefore(last) ? day : last;
            YearTotal total = totals.stream()
                    .filter(it -> it.on(asked))
                    .map(Held::value)
                    .findFirst()
                    .orElseGet(() -> new YearTotal(year, 0, false));
            return new YearShown(
                    year,
                    total.points(),
                    total.keySupervision(),
                    totals.stream()
                            .map(it -> new Step(
                                    it.from(),
                                    it.until(),
                                    it.value().points(),
                                    it.value().keySupervision()))
                            .toList());
        }
    }

    /**
     * A part of a year in which nothing changed.
     *
     * @param from its first day
     * @param until the first day after it
     * @param points of the year on each of its days
     * @param keySupervision whether the person is under key supervision on each of its days
     */
    record Step(@Nullable LocalDate from, @Nullable LocalDate until, int points, boolean keySupervision) {}
}
