package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.Happening.Ground;
import org.payqual.domain.naive.NaiveBook.Slip;

/** Draws notices, other findings in their place, and their fall with the handling. */
record RandomNotices(Chance chance) {

    private static final List<Integer> BANDS = List.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3);
    private static final List<Ground> GROUNDS = List.of(
            Ground.ADMINISTRATIVE_PENALTY,
            Ground.ADMINISTRATIVE_PENALTY,
            Ground.AGREEMENT_HANDLING,
            Ground.AGREEMENT_HANDLING,
            Ground.CIRCULAR);

    Happening.Noticed notice(NaiveBook book, LocalDate day) {
        String id = chance.id("N");
        Ground ground = chance.of(GROUNDS);
        List<Found> found = new ArrayList<>();
        do {
            found.add(found(book, ground, day));
        } while (chance.oneIn(5));
        return new Happening.Noticed(
                id,
                "I" + (1 + chance.upTo(3)),
                chance.oneIn(5) ? "P1" : "H1",
                ground,
                day,
                chance.oneIn(4) ? day.plusDays(chance.upTo(60)) : day,
                found);
    }

    private Found found(NaiveBook book, Ground ground, LocalDate day) {
        LocalDate acted = day.minusDays(chance.oneIn(3) ? 0 : chance.upTo(90));
        if (!book.slips.isEmpty() && chance.oneIn(5)) {
            Slip earlier = chance.of(book.slips);
            LocalDate then = earlier.noticed.day().plusDays(chance.upTo(4));
            return new Found(
                    earlier.found.getFirst().violation(),
                    chance.of(List.of("TJ-28.2", "TJ-28.2", "TJ-28.2", "TJ-29.3", "TJ-27.3")),
                    chance.upTo(2),
                    then.isAfter(day) ? day : then);
        }
        return new Found("V" + (1 + chance.upTo(5)), circumstance(chance.of(BANDS), ground), chance.upTo(2), acted);
    }

    private String circumstance(int band, Ground ground) {
        if (chance.oneIn(25)) {
            return chance.of(List.of("TJ-26.1", "TJ-26.2", "TJ-27.1", "TJ-28.2", "TJ-29.1"));
        }
        boolean penalty = ground == Ground.ADMINISTRATIVE_PENALTY;
        return switch (band) {
            case 0 -> penalty ? "TJ-26.3" : ground == Ground.CIRCULAR ? "TJ-26.2" : "TJ-26.1";
            case 1 -> penalty ? "TJ-27.1" : "TJ-27.3";
            case 2 -> chance.oneIn(2) ? "TJ-28.1" : "TJ-28.3";
            default -> penalty ? "TJ-29.1" : "TJ-29.3";
        };
    }

    @Nullable
    Happening overturning(NaiveBook book, LocalDate day) {
        List<Slip> standing = book.slips.stream().filter(Slip::stands).toList();
        Slip slip = chance.of(standing.isEmpty() || chance.oneIn(12) ? book.slips : standing);
        return overturned(slip, day);
    }

    private static Happening overturned(Slip slip, LocalDate day) {
        return new Happening.Overturned(
                slip.noticed.notice(), day.isBefore(slip.noticed.day()) ? slip.noticed.day() : day);
    }

    /** Of the notice of the fewest points, by which what was shortened may become milder. */
    Happening overturningTheLeast(NaiveBook book, LocalDate day) {
        Slip least = book.slips.stream()
                .filter(Slip::stands)
                .min(Comparator.comparingInt(it -> NaivePoints.own(it.found)))
                .orElse(book.slips.getFirst());
        return overturned(least, day);
    }

    /** Mostly fewer points, now and then more, or of another violation. */
    List<Found> adjusted(List<Found> findings) {
        List<Found> adjusted = new ArrayList<>();
        for (Found found : findings) {
            if (findings.size() == 1 || !chance.oneIn(3)) {
                adjusted.add(adjusted(found));
            }
        }
        if (adjusted.isEmpty()) {
            adjusted.add(findings.getFirst());
        }
        if (chance.oneIn(8)) {
            adjusted.add(new Found(
                    "V" + (1 + chance.upTo(5)),
                    "TJ-26.3",
                    0,
                    adjusted.getFirst().acted()));
        }
        return adjusted;
    }

    private Found adjusted(Found found) {
        int sort = chance.upTo(9);
        if (sort == 0) {
            return found;
        }
        if (sort == 1) {
            return new Found(found.violation(), found.circumstance(), Math.min(2, found.degree() + 1), found.acted());
        }
        if (sort < 6 && found.degree() > 0) {
            return new Found(found.violation(), found.circumstance(), chance.upTo(found.degree() - 1), found.acted());
        }
        String milder = "TJ-" + (26 + chance.upTo(found.band())) + ".3";
        String violation = chance.oneIn(8) ? "V" + (1 + chance.upTo(5)) : found.violation();
        return new Found(violation, milder, chance.upTo(2), found.acted());
    }
}
