package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.naive.Happening.Outcome;
import org.payqual.domain.naive.NaiveBook.Place;
import org.payqual.domain.naive.NaiveBook.Plea;
import org.payqual.domain.naive.NaiveBook.Repair;
import org.payqual.domain.naive.NaiveBook.Restoration;
import org.payqual.domain.naive.NaiveBook.Slip;

/** Reads a list of happenings, each of which could be entered after those before it. */
final class NaiveReading {

    private final NaiveBook book = new NaiveBook();
    private final NaivePoints points = new NaivePoints(book);
    private final NaiveMeasures measures = new NaiveMeasures(book);

    private NaiveReading() {}

    static NaiveBook of(List<Happening> happened) {
        NaiveReading reading = new NaiveReading();
        for (int i = 0; i < happened.size(); i++) {
            reading.read(i + 1, happened.get(i));
        }
        return reading.book;
    }

    private void read(int place, Happening happening) {
        switch (happening) {
            case Happening.Committed it -> book.commitments.add(it);
            case Happening.Registered it -> book.places.add(new Place(place, it));
            case Happening.Departed it -> departed(it);
            case Happening.Noticed it -> {
                Slip slip = new Slip(place, it);
                book.slips.add(slip);
                measures.begin(slip);
            }
            case Happening.Served it -> book.services.add(it);
            case Happening.Overturned it -> fallen(book.slip(it.notice()), it.day(), place);
            case Happening.Appealed it -> book.pleas.add(new Plea(place, it, book.slip(it.notice())));
            case Happening.Explained it -> step(it.appeal(), it.day()).explained = true;
            case Happening.Escalated it -> step(it.appeal(), it.day()).escalated = true;
            case Happening.Reviewed it -> step(it.appeal(), it.day());
            case Happening.Withdrawn it -> book.plea(it.appeal()).closed = it.day();
            case Happening.Decided it -> decided(book.plea(it.appeal()), it, place);
            case Happening.RepairAsked it -> book.repairs.add(new Repair(it));
            case Happening.RepairGranted it -> granted(book.repair(it.repair()), it, place);
            case Happening.RepairRefused it -> book.repair(it.repair()).pending = false;
            case Happening.RestorationAsked it -> book.restorations.add(new Restoration(it));
            case Happening.RestorationDecided it -> decided(book.restoration(it.restoration()), it);
        }
    }

    private Plea step(String appeal, LocalDate day) {
        Plea plea = book.plea(appeal);
        plea.reached = day;
        return plea;
    }

    private void departed(Happening.Departed departed) {
        NaiveAnswers answers = new NaiveAnswers(book);
        for (Place place : book.places) {
            if (place.registered.place().equals(departed.place())
                    && answers.holds(place, departed.day().minusDays(1))) {
                place.departed = departed.day();
                return;
            }
        }
    }

    private void fallen(Slip slip, LocalDate day, int place) {
        measures.change(slip, day, List.of(), place);
        for (Plea plea : book.pleas) {
            if (plea.against == slip && plea.open()) {
                plea.closed = day;
            }
        }
    }

    private void decided(Plea plea, Happening.Decided decided, int place) {
        plea.closed = decided.day();
        if (decided.outcome() == Outcome.REVOKED) {
            fallen(plea.against, decided.day(), place);
        }
        if (decided.outcome() == Outcome.ADJUSTED) {
            measures.change(plea.against, decided.day(), decided.found(), place);
        }
    }

    private void granted(Repair repair, Happening.RepairGranted grant, int place) {
        repair.points = Math.min(repair.asked.points(), points.on(grant.day()));
        repair.pending = false;
        repair.granted = place;
        repair.day = grant.day();
        if (!grant.shorten()) {
            return;
        }
        for (Slip slip : book.slips) {
            if (slip.year() == grant.day().getYear()
                    && slip.runsOn(grant.day())
                    && slip.shortened == null
                    && NaiveMeasures.line(slip) > points.on(grant.day())) {
                NaiveMeasures.shorten(slip, grant.day());
            }
        }
    }

    private void decided(Restoration restoration, Happening.RestorationDecided decided) {
        restoration.open = false;
        if (decided.granted()) {
            restoration.granted = decided.day();
            restoration.lifts.addAll(new NaiveAnswers(book).begun(decided.day()));
        }
    }
}
