package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.naive.Happening.Outcome;
import org.payqual.domain.naive.Happening.Side;
import org.payqual.domain.naive.NaiveBook.Plea;
import org.payqual.domain.naive.NaiveBook.Restoration;
import org.payqual.domain.naive.NaiveBook.Slip;

/** Draws the steps of appeals and restorations; mostly those that can follow. */
record RandomProcedures(Chance chance) {

    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.UPHELD, Outcome.ADJUSTED, Outcome.ADJUSTED, Outcome.ADJUSTED, Outcome.REVOKED);

    Happening appeal(NaiveBook book, LocalDate day) {
        List<Plea> open = book.pleas.stream().filter(Plea::open).toList();
        if (book.pleas.isEmpty() || (open.isEmpty() && !chance.oneIn(10)) || chance.oneIn(4)) {
            return filing(book, day);
        }
        Plea plea = chance.of(open.isEmpty() || chance.oneIn(12) ? book.pleas : open);
        String appeal = chance.oneIn(60) ? "A0" : plea.filed.appeal();
        LocalDate then = later(day, plea.filed.day());
        return switch (chance.upTo(11)) {
            case 0, 1, 2 ->
                plea.explained && !chance.oneIn(6)
                        ? new Happening.Escalated(appeal, then)
                        : new Happening.Explained(appeal, then);
            case 3 -> new Happening.Escalated(appeal, then);
            case 4 -> new Happening.Reviewed(appeal, then, handler(plea));
            case 5 -> new Happening.Withdrawn(appeal, then);
            default -> decided(appeal, plea, then);
        };
    }

    private Happening decided(String appeal, Plea plea, LocalDate day) {
        Outcome outcome = chance.of(OUTCOMES);
        return new Happening.Decided(
                appeal,
                day,
                handler(plea),
                outcome,
                outcome == Outcome.ADJUSTED ? new RandomNotices(chance).adjusted(plea.against.found) : List.of());
    }

    /** Whether the department, and now and then whoever it is not. */
    private boolean handler(Plea plea) {
        return NaiveAppeals.departmentHandles(plea) != chance.oneIn(25);
    }

    private Happening filing(NaiveBook book, LocalDate day) {
        List<Slip> standing = book.slips.stream().filter(Slip::stands).toList();
        List<Slip> again = standing.stream().filter(it -> it.reopened > 0).toList();
        Slip slip = chance.of(standing.isEmpty() || chance.oneIn(15) ? book.slips : standing);
        if (!again.isEmpty() && chance.oneIn(2)) {
            slip = chance.of(again);
        }
        return new Happening.Appealed(
                chance.id("A"),
                slip.noticed.notice(),
                chance.oneIn(3) ? Side.INSTITUTION : Side.PERSON,
                later(day, slip.noticed.day()),
                !chance.oneIn(15),
                !chance.oneIn(15));
    }

    @Nullable
    Happening restoration(NaiveBook book, LocalDate day) {
        List<Restoration> open =
                book.restorations.stream().filter(it -> it.open).toList();
        if ((open.isEmpty() && (book.restorations.isEmpty() || !chance.oneIn(12))) || chance.oneIn(8)) {
            return new Happening.RestorationAsked(chance.id("S"), !chance.oneIn(12), day);
        }
        Restoration restoration = chance.of(open.isEmpty() ? book.restorations : open);
        String id = chance.oneIn(60) ? "S0" : restoration.asked.restoration();
        return new Happening.RestorationDecided(id, later(day, restoration.asked.day()), !chance.oneIn(5));
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
