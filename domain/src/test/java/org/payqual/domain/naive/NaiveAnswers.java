package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.naive.NaiveBook.Place;
import org.payqual.domain.naive.NaiveBook.Plea;
import org.payqual.domain.naive.NaiveBook.Slip;

/** What a book says of a day (TJ-21, 22, 31, 34, 36). */
record NaiveAnswers(NaiveBook book) {

    int points(LocalDate day) {
        return new NaivePoints(book).on(day);
    }

    boolean supervised(LocalDate day) {
        return book.slips.stream()
                .anyMatch(it -> it.supervised
                        && it.year() == day.getYear()
                        && !it.noticed.day().isAfter(day));
    }

    /** Where the person stands, in one word with what belongs to it. */
    String standing(LocalDate day) {
        for (boolean terminates : List.of(true, false)) {
            LocalDate until = day;
            for (Slip slip : book.slips) {
                if (slip.runsOn(day) && slip.terminates == terminates && slip.until.isAfter(until)) {
                    until = slip.until;
                }
            }
            if (until.isAfter(day)) {
                return word(terminates) + " until " + until;
            }
        }
        for (boolean terminates : List.of(true, false)) {
            if (book.slips.stream().anyMatch(it -> servedOn(it, day) && it.terminates == terminates)) {
                return word(terminates) + " served";
            }
        }
        return book.places.stream().anyMatch(it -> holds(it, day)) ? "NORMAL" : "UNREGISTERED";
    }

    /** Whether a measure ran out by a day and no restoration has lifted it. */
    boolean servedOn(Slip slip, LocalDate day) {
        return slip.measured() && !slip.until.isAfter(day) && !liftedOn(slip, day);
    }

    private boolean liftedOn(Slip slip, LocalDate day) {
        return book.restorations.stream()
                .anyMatch(it -> it.lifts.contains(slip) && !it.effective().isAfter(day));
    }

    /** The measures that have begun by a day, which a restoration lifts. */
    List<Slip> begun(LocalDate day) {
        return book.slips.stream()
                .filter(it -> it.measured() && !it.from().isAfter(day))
                .toList();
    }

    /** Those of them that no restoration has lifted or is to lift. */
    List<Slip> leftToLift(LocalDate day) {
        return begun(day).stream()
                .filter(slip -> book.restorations.stream().noneMatch(it -> it.lifts.contains(slip)))
                .toList();
    }

    /**
     * Whether a registration holds on a day: terminations end those begun before them and those entered before, and a
     * new one at the same place takes over from one whose termination fell.
     */
    boolean holds(Place place, LocalDate day) {
        LocalDate end = place.departed == null ? LocalDate.MAX : place.departed;
        for (Slip slip : book.slips) {
            boolean ends = slip.place > place.place || slip.from().isAfter(place.registered.day());
            if (slip.measured() && slip.terminates && ends && slip.from().isBefore(end)) {
                end = slip.from();
            }
        }
        for (Place other : book.places) {
            LocalDate anew = other.registered.day();
            if (other.registered.place().equals(place.registered.place())
                    && anew.isAfter(place.registered.day())
                    && anew.isBefore(end)) {
                end = anew;
            }
        }
        return !day.isBefore(place.registered.day()) && day.isBefore(end);
    }

    boolean registered(String place, LocalDate day) {
        return book.places.stream().anyMatch(it -> it.registered.place().equals(place) && holds(it, day));
    }

    /** Whether a service is paid (TJ-21). */
    boolean payable(String place, LocalDate day, boolean emergency) {
        String standing = standing(day);
        return registered(place, day) && (standing.equals("NORMAL") || (standing.startsWith("SUSPENDED") && emergency));
    }

    /** Whether an appeal is open (TJ-34). */
    boolean objection(LocalDate day) {
        for (Plea plea : book.pleas) {
            if (!plea.filed.day().isAfter(day) && (plea.closed == null || plea.closed.isAfter(day))) {
                return true;
            }
        }
        return false;
    }

    private static String word(boolean terminates) {
        return terminates ? "TERMINATED" : "SUSPENDED";
    }
}
