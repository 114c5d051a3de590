package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.Happening.Ground;
import org.payqual.domain.naive.NaiveBook.Place;
import org.payqual.domain.naive.NaiveBook.Slip;

/** Why something cannot be entered after what is in a book. Where several reasons hold, any may be told. */
record NaiveObjections(NaiveBook book) {

    /** A reason: the provision on which it rests, or {@code -} where no rule of law is at stake. */
    record Objection(String provision, String why) {}

    /** Returns the reasons; none if it can be entered. */
    List<Objection> against(Happening happening) {
        return switch (happening) {
            case Happening.Committed it -> List.of();
            case Happening.Registered it -> registering(it);
            case Happening.Departed it -> departing(it);
            case Happening.Noticed it -> noticing(it);
            case Happening.Served it -> serving(it);
            case Happening.Overturned it -> {
                Slip slip = book.slip(it.notice());
                yield slip == null ? List.of(unknown()) : slip.stands() ? List.of() : one("TJ-34.4", "fell before");
            }
            case Happening.Appealed it -> new NaiveAppeals(book).filing(it);
            case Happening.Explained it -> new NaiveAppeals(book).explaining(it);
            case Happening.Escalated it -> new NaiveAppeals(book).escalating(it);
            case Happening.Reviewed it -> new NaiveAppeals(book).reviewing(it);
            case Happening.Withdrawn it -> new NaiveAppeals(book).withdrawing(it);
            case Happening.Decided it -> new NaiveAppeals(book).deciding(it);
            case Happening.RepairAsked it -> new NaiveRepairs(book).asking(it);
            case Happening.RepairGranted it -> new NaiveRepairs(book).granting(it);
            case Happening.RepairRefused it -> new NaiveRepairs(book).refusing(it);
            case Happening.RestorationAsked it -> new NaiveRestorations(book).asking(it);
            case Happening.RestorationDecided it -> new NaiveRestorations(book).deciding(it);
        };
    }

    static List<Objection> one(String provision, String why) {
        return List.of(new Objection(provision, why));
    }

    static Objection unknown() {
        return new Objection("-", "unknown");
    }

    private List<Objection> registering(Happening.Registered registered) {
        LocalDate day = registered.day();
        LocalDate after = LocalDate.MIN;
        NaiveAnswers answers = new NaiveAnswers(book);
        for (Slip slip : answers.begun(day)) {
            if (slip.terminates && slip.runsOn(day)) {
                return one("TJ-31.3", "registration while terminated");
            }
        }
        for (Slip slip : answers.begun(day)) {
            if (slip.terminates && answers.servedOn(slip, day)) {
                return one("TJ-36", "registration without restoration");
            }
            if (slip.terminates && slip.from().isAfter(after)) {
                after = slip.from();
            }
        }
        LocalDate since = after;
        if (book.commitments.stream()
                .noneMatch(it -> it.place().equals(registered.place())
                        && !it.day().isAfter(day)
                        && it.day().isAfter(since))) {
            return one("TJ-18", since.equals(LocalDate.MIN) ? "no commitment" : "no commitment after the termination");
        }
        for (Place place : book.places) {
            boolean later = place.registered.day().isAfter(day) && answers.holds(place, place.registered.day());
            if (place.registered.place().equals(registered.place()) && (later || answers.holds(place, day))) {
                return one("TJ-19", "registered there");
            }
        }
        return List.of();
    }

    private List<Objection> departing(Happening.Departed departed) {
        for (Place place : book.places) {
            if (place.registered.place().equals(departed.place())
                    && new NaiveAnswers(book).holds(place, departed.day().minusDays(1))) {
                return place.departed == null ? List.of() : one("TJ-20", "departed before");
            }
        }
        return one("TJ-20", "departed unregistered");
    }

    private List<Objection> noticing(Happening.Noticed noticed) {
        List<Objection> objections = new ArrayList<>(findings(noticed, noticed.found(), List.of()));
        for (String violation : NaivePoints.violations(noticed.found())) {
            if (NaivePoints.highest(noticed.found(), violation) <= alreadyFound(noticed, violation)) {
                objections.add(new Objection("TJ-25", "adds nothing"));
            }
        }
        return objections;
    }

    /**
     * What keeps findings from standing in a notice, whatever they add.
     *
     * @param instead of which other findings of it, by an appeal; an act that those found as no repeat stays none
     */
    List<Objection> findings(Happening.Noticed noticed, List<Found> findings, List<Found> instead) {
        List<Objection> objections = new ArrayList<>();
        for (Found found : findings) {
            if (!fits(found.circumstance(), noticed)) {
                objections.add(new Objection(found.circumstance(), "circumstance does not fit"));
            }
            long alike = findings.stream()
                    .filter(it -> it.violation().equals(found.violation())
                            && it.circumstance().equals(found.circumstance()))
                    .count();
            if (alike > 1) {
                objections.add(new Objection("TJ-25", "found twice"));
            }
            boolean repeated = new NaiveMeasures(book).repeated(noticed, found);
            boolean wasNone = false;
            for (Found was : instead) {
                if (was.violation().equals(found.violation())) {
                    wasNone = NaivePoints.highest(instead, found.violation()) < 7;
                }
            }
            if (repeated && found.band() < 2 && !wasNone) {
                objections.add(new Objection("TJ-28.2", "repeat not found"));
            }
            if (!repeated && found.asRepeat()) {
                objections.add(new Objection("TJ-28.2", "no precedent"));
            }
        }
        return objections;
    }

    private static boolean fits(String circumstance, Happening.Noticed noticed) {
        return switch (circumstance) {
            case "TJ-26.1" -> noticed.ground() == Ground.AGREEMENT_HANDLING;
            case "TJ-26.2" ->
                noticed.ground() == Ground.CIRCULAR && noticed.place().startsWith("H");
            case "TJ-27.1", "TJ-29.1" -> noticed.ground() == Ground.ADMINISTRATIVE_PENALTY;
            default -> true;
        };
    }

    private int alreadyFound(Happening.Noticed noticed, String violation) {
        int highest = 0;
        for (Slip slip : book.slips) {
            if (slip.stands() && slip.noticed.inspection().equals(noticed.inspection())) {
                highest = Math.max(highest, NaivePoints.highest(slip.found, violation));
            }
        }
        return highest;
    }

    private List<Objection> serving(Happening.Served served) {
        if (book.slip(served.notice()) == null) {
            return List.of(unknown());
        }
        return book.services.stream().anyMatch(it -> it.notice().equals(served.notice()) && it.to() == served.to())
                ? one("-", "served before")
                : List.of();
    }
}
