package org.payqual.domain.person;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random lives under the law, as choices in plain numbers: mostly in one year with some of the next, around the ends of
 * months and years, over few inspections and violations so that they meet.
 */
public final class Lives {

    private static final List<Integer> TURNS =
            List.of(0, 30, 31, 58, 59, 60, 119, 180, 181, 242, 243, 303, 333, 334, 363, 364, 365, 366, 395, 396);

    private Lives() {}

    /** What may happen. */
    public sealed interface Happening {}

    /**
     * A notice comes in.
     *
     * @param inspection which of a few
     * @param day of the handling, counted from the first of the first year, up to 428
     * @param penalty whether the handling is a penalty rather than one under the agreement
     * @param delay by how many days a measure starts later than the handling; 0 where none is stated
     * @param findings at least one
     */
    public record Notified(int inspection, int day, boolean penalty, int delay, List<Chosen> findings)
            implements Happening {}

    /**
     * A finding.
     *
     * @param violation which of a few
     * @param band from 0 to 3
     * @param degree of responsibility, from 0 to 2
     * @param asRepeat whether one of band 2 is found as a repeat
     * @param ago by how many days the act's last day lies before the handling
     * @param after where not negative, which notice's handling the act's last day follows instead, by 0 or 1 days
     */
    public record Chosen(int violation, int band, int degree, boolean asRepeat, int ago, int after) {}

    /**
     * The handling of a notice is overturned.
     *
     * @param choice which of those in force
     */
    public record Overturned(int choice) implements Happening {}

    /**
     * A life.
     *
     * @param firstYear the year in which most of it happens
     * @param happenings in the order of recording
     */
    public record Life(int firstYear, List<Happening> happenings) {}

    /** Returns lives with up to so many happenings. */
    public static Arbitrary<Life> lives(int most) {
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(5, notified().map(it -> it)),
                Tuple.of(1, Arbitraries.integers().between(0, 7).map(Overturned::new)));
        return Combinators.combine(
                        Arbitraries.of(2025, 2026, 2027, 2028, 2031),
                        happenings.list().ofMinSize(1).ofMaxSize(most))
                .as(Life::new);
    }

    private static Arbitrary<Notified> notified() {
        Arbitrary<Integer> days = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 364)),
                Tuple.of(2, Arbitraries.of(TURNS)),
                Tuple.of(1, Arbitraries.integers().between(365, 428)));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        days,
                        Arbitraries.of(true, true, false),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(1, 60))),
                        chosen().list().ofMinSize(1).ofMaxSize(3))
                .as(Notified::new);
    }

    private static Arbitrary<Chosen> chosen() {
        List<Integer> bands = IntStream.of(0, 0, 0, 0, 1, 1, 1, 2, 2, 3).boxed().toList();
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(bands),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(-1)),
                                Tuple.of(1, Arbitraries.integers().between(0, 9))))
                .as(Chosen::new);
    }
}
