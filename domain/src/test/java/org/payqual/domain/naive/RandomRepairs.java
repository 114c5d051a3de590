package org.payqual.domain.naive;

import static org.payqual.domain.naive.RandomProcedures.later;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.payqual.domain.naive.Happening.Way;
import org.payqual.domain.naive.NaiveBook.Repair;
import org.payqual.domain.naive.NaiveBook.Slip;

/**
 * Draws the steps of repairs; mostly those that can follow.
 *
 * @param across whether it is asked for in one year and granted in another
 */
record RandomRepairs(Chance chance, boolean across) {

    Happening repair(NaiveBook book, LocalDate day) {
        List<Repair> pending = book.repairs.stream().filter(it -> it.pending).toList();
        if (book.repairs.isEmpty()
                || (pending.isEmpty() && !chance.oneIn(12))
                || (!(across && pending.size() > 1) && chance.oneIn(3))) {
            return asking(worthwhile(book, day));
        }
        Repair repair = chance.of(pending.isEmpty() || chance.oneIn(15) ? book.repairs : pending);
        String id = chance.oneIn(60) ? "R0" : repair.asked.repair();
        LocalDate then = later(across ? last(book, day) : day, repair.asked.day());
        return chance.oneIn(7)
                ? new Happening.RepairRefused(id, then)
                : new Happening.RepairGranted(id, then, !chance.oneIn(5));
    }

    private static LocalDate last(NaiveBook book, LocalDate day) {
        return book.slips.stream()
                .filter(Slip::stands)
                .map(it -> it.noticed.day())
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    /** Mostly a day of a year in which there is something to repair. */
    private LocalDate worthwhile(NaiveBook book, LocalDate day) {
        List<Slip> standing = book.slips.stream().filter(Slip::stands).toList();
        if (standing.isEmpty() || chance.oneIn(4)) {
            return day;
        }
        if (across) {
            LocalDate first = standing.stream()
                    .map(it -> it.noticed.day())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return later(first, LocalDate.of(first.getYear(), 12, 1 + chance.upTo(30)));
        }
        LocalDate worthwhile = chance.of(standing).noticed.day().plusDays(chance.upTo(90));
        return chance.oneIn(3) ? worthwhile : later(worthwhile, day.minusDays(30));
    }

    private Happening asking(LocalDate day) {
        Way way = chance.oneIn(across ? 6 : 2) ? Way.TRAINING_EXAM : Way.ACTIVITY;
        int points = way == Way.ACTIVITY ? 1 : 1 + chance.upTo(2);
        if (chance.oneIn(20)) {
            points = chance.of(List.of(0, 2, 4));
        }
        return new Happening.RepairAsked(chance.id("R"), way, points, !chance.oneIn(20), day);
    }
}
