package org.payqual.query.settlement.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.StandingKind;

/**
 * Spans as bytes, and back. Most people have one registration and never a measure, which comes to some ten bytes. Days
 * count from a day of our time, so that two bytes hold most of them; institutions and provisions are numbers.
 */
final class PackedSpans {

    private static final long DAY_ZERO = LocalDate.of(2025, 1, 1).toEpochDay();
    private static final List<StandingKind> KINDS =
            List.of(StandingKind.NORMAL, StandingKind.SUSPENDED, StandingKind.TERMINATED, StandingKind.UNREGISTERED);
    private static final int KIND = 3;
    private static final int TERM_SERVED = 1 << 2;
    private static final int HAS_UNTIL = 1 << 3;
    private static final int HAS_PROVISIONS = 1 << 4;
    private static final int OBJECTED = 1 << 5;

    private final Names institutions = new Names();
    private final Names provisions = new Names();

    void pack(SettlementSpans spans, Packing into) {
        into.number(spans.standings().size());
        for (Held<Standing> held : spans.standings()) {
            if (held.from() != null) {
                into.signed(day(held.from()));
            }
            pack(held.value(), into);
        }
        packPlaces(spans.registered(), into);
        packPlaces(spans.registeredBefore(), into);
    }

    SettlementSpans unpack(Unpacking from) {
        int count = from.number();
        List<Held<Standing>> standings = new ArrayList<>(count);
        LocalDate begins = null;
        Standing standing = standing(from);
        for (int i = 1; i < count; i++) {
            LocalDate next = date(from.signed());
            standings.add(new Held<>(begins, next, standing));
            begins = next;
            standing = standing(from);
        }
        standings.add(new Held<>(begins, null, standing));
        return new SettlementSpans(standings, places(from), places(from));
    }

    /** Standings leave no day out: the first has no beginning, and each ends where the next begins. */
    private void pack(Standing standing, Packing into) {
        int flags = KINDS.indexOf(standing.kind())
                | (standing.termServed() ? TERM_SERVED : 0)
                | (standing.objected() ? OBJECTED : 0)
                | (standing.until() == null ? 0 : HAS_UNTIL)
                | (standing.provisions().isEmpty() ? 0 : HAS_PROVISIONS);
        into.number(flags);
        if (standing.until() != null) {
            into.signed(day(standing.until()));
        }
        if (!standing.provisions().isEmpty()) {
            into.number(standing.provisions().size());
            standing.provisions().forEach(it -> into.number(provisions.number(it.citation())));
        }
    }

    private Standing standing(Unpacking from) {
        int flags = from.number();
        LocalDate until = (flags & HAS_UNTIL) == 0 ? null : date(from.signed());
        int count = (flags & HAS_PROVISIONS) == 0 ? 0 : from.number();
        List<Provision> cited = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cited.add(new Provision(provisions.name(from.number())));
        }
        return new Standing(KINDS.get(flags & KIND), until, (flags & TERM_SERVED) != 0, (flags & OBJECTED) != 0, cited);
    }

    private void packPlaces(List<Held<String>> places, Packing into) {
        into.number(places.size());
        for (Held<String> place : places) {
            into.number(institutions.number(place.value()));
            packEnd(place.from(), into);
            packEnd(place.until(), into);
        }
    }

    private List<Held<String>> places(Unpacking from) {
        int count = from.number();
        List<Held<String>> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String institution = institutions.name(from.number());
            LocalDate begins = end(from);
            places.add(new Held<>(begins, end(from), institution));
        }
        return places;
    }

    /** The end of a span that may be open: zero, or the day as a number that is never zero. */
    private static void packEnd(@Nullable LocalDate day, Packing into) {
        if (day == null) {
            into.number(0);
        } else {
            int number = day(day);
            into.signed(number < 0 ? number : number + 1);
        }
    }

    private static @Nullable LocalDate end(Unpacking from) {
        int number = from.signed();
        if (number == 0) {
            return null;
        }
        return date(number < 0 ? number : number - 1);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - DAY_ZERO);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(DAY_ZERO + day);
    }
}
