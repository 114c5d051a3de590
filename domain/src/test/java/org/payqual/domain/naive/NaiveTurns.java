package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.payqual.domain.naive.NaiveBook.Place;
import org.payqual.domain.naive.NaiveBook.Plea;
import org.payqual.domain.naive.NaiveBook.Repair;
import org.payqual.domain.naive.NaiveBook.Restoration;
import org.payqual.domain.naive.NaiveBook.Slip;

/** The days on which an answer may turn. */
final class NaiveTurns {

    private NaiveTurns() {}

    static NavigableSet<LocalDate> of(NaiveBook book) {
        NavigableSet<LocalDate> turns = new TreeSet<>();
        for (Place place : book.places) {
            turns.add(place.registered.day());
            if (place.departed != null) {
                turns.add(place.departed);
            }
        }
        for (Slip slip : book.slips) {
            turns.add(slip.noticed.day());
            turns.add(LocalDate.of(slip.year() + 1, 1, 1));
            if (slip.measured()) {
                turns.add(slip.from());
                turns.add(slip.until);
            }
        }
        for (Plea plea : book.pleas) {
            turns.add(plea.filed.day());
            if (plea.closed != null) {
                turns.add(plea.closed);
            }
        }
        for (Repair repair : book.repairs) {
            if (repair.day != null) {
                turns.add(repair.day);
            }
        }
        for (Restoration restoration : book.restorations) {
            if (restoration.granted != null) {
                turns.add(restoration.effective());
            }
        }
        return turns;
    }
}
