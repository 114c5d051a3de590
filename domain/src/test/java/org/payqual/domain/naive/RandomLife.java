package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.naive.Happening.Side;
import org.payqual.domain.naive.NaiveBook.Slip;

/**
 * A life drawn from a seed: what is tried, whether or not it can be entered. The naive model is looked at while
 * drawing, so that steps follow on each other and meet the days on which something turns.
 */
final class RandomLife {

    /** Up to which part of a hundred a draw is of this or that. */
    private record Theme(int notices, int appeals, int repairs, int restorations) {}

    private static final Theme REPAIRS = new Theme(20, 28, 76, 84);

    private static final List<Theme> THEMES =
            List.of(new Theme(24, 48, 68, 82), new Theme(22, 62, 72, 82), REPAIRS, new Theme(24, 36, 46, 82));
    private static final List<Integer> YEARS = List.of(2025, 2026, 2027, 2028, 2031);

    private final Chance chance;
    private final RandomNotices notices;
    private final RandomProcedures procedures;
    private final RandomRepairs repairs;
    private final List<Happening> tried = new ArrayList<>();
    private final List<Happening> entered = new ArrayList<>();
    private NaiveBook book = new NaiveBook();
    private final Theme theme;
    private LocalDate clock;

    private RandomLife(long seed) {
        this.chance = new Chance(seed);
        this.notices = new RandomNotices(chance);
        this.procedures = new RandomProcedures(chance);
        this.theme = chance.of(THEMES);
        this.repairs = new RandomRepairs(chance, theme.equals(REPAIRS) ? chance.oneIn(2) : chance.oneIn(5));
        this.clock = LocalDate.of(chance.of(YEARS), 1, 1).plusDays(chance.oneIn(3) ? chance.upTo(330) : 0);
    }

    /** Draws a life. */
    static List<Happening> of(long seed) {
        RandomLife life = new RandomLife(seed);
        life.attempt(new Happening.Committed("H1", life.clock));
        life.attempt(new Happening.Registered("H1", life.clock));
        int steps = 10 + life.chance.upTo(34);
        while (life.tried.size() < steps) {
            life.step();
        }
        return life.tried;
    }

    private void step() {
        clock = clock.plusDays(days());
        Happening happening = draw(day());
        if (happening != null) {
            attempt(happening);
        }
    }

    private int days() {
        int sort = chance.upTo(9);
        if (sort < 5) {
            return chance.upTo(8);
        }
        return sort < 9 ? chance.upTo(45) : chance.upTo(400);
    }

    /** Mostly today, sometimes a day on which something turns, sometimes long ago. */
    private LocalDate day() {
        int sort = chance.upTo(9);
        if (sort == 0) {
            return clock.minusDays(chance.upTo(120));
        }
        if (sort <= 2) {
            List<LocalDate> turns = new ArrayList<>(NaiveTurns.of(book));
            return turns.isEmpty() ? clock : chance.of(turns).plusDays(chance.upTo(2) - 1);
        }
        return clock;
    }

    private @Nullable Happening draw(LocalDate day) {
        if (book.slips.stream().anyMatch(it -> it.measured() && it.shortened != null) && chance.oneIn(4)) {
            return notices.overturningTheLeast(book, day);
        }
        int sort = chance.upTo(99);
        if (book.slips.isEmpty() || sort < theme.notices()) {
            return book.slips.size() < 10 ? notices.notice(book, day) : null;
        }
        if (sort < theme.appeals()) {
            return procedures.appeal(book, day);
        }
        if (sort < theme.repairs()) {
            return repairs.repair(book, day);
        }
        if (sort < theme.restorations()) {
            boolean measured = book.slips.stream().anyMatch(Slip::measured);
            return measured || chance.oneIn(8) ? procedures.restoration(book, day) : null;
        }
        return besides(chance.upTo(18), day);
    }

    private Happening besides(int sort, LocalDate day) {
        if (sort < 5) {
            return notices.overturning(book, day);
        }
        if (sort < 9) {
            return served(chance.of(book.slips), day);
        }
        String place = chance.oneIn(3) ? "P1" : "H1";
        if (sort < 14) {
            return new Happening.Registered(place, day);
        }
        return sort < 17 ? new Happening.Committed(place, day) : new Happening.Departed(place, day);
    }

    private Happening served(Slip slip, LocalDate day) {
        LocalDate received = day.isBefore(slip.noticed.day()) ? slip.noticed.day() : day;
        return new Happening.Served(
                slip.noticed.notice(),
                chance.oneIn(3) ? Side.INSTITUTION : Side.PERSON,
                received,
                chance.oneIn(4) ? null : received.plusDays(chance.upTo(12)));
    }

    private void attempt(Happening happening) {
        tried.add(happening);
        if (new NaiveObjections(book).against(happening).isEmpty()) {
            entered.add(happening);
            book = NaiveReading.of(entered);
        }
    }
}
