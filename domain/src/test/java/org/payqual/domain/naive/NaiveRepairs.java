package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.naive.Happening.Way;
import org.payqual.domain.naive.NaiveBook.Repair;
import org.payqual.domain.naive.NaiveBook.Slip;
import org.payqual.domain.naive.NaiveObjections.Objection;

/** Why a repair cannot be asked for, granted or refused (TJ-35, 37). */
record NaiveRepairs(NaiveBook book) {

    List<Objection> asking(Happening.RepairAsked asked) {
        if (!asked.approved()) {
            return NaiveObjections.one("TJ-37", "repair not approved");
        }
        if (!theirs(asked.day())) {
            return NaiveObjections.one("TJ-37", "repair asked elsewhere");
        }
        if (never(asked.day())) {
            return NaiveObjections.one("TJ-35", "repair asked after twelve");
        }
        int most = asked.way() == Way.TRAINING_EXAM ? 3 : 1;
        if (asked.points() < 1 || asked.points() > most) {
            return NaiveObjections.one(provision(asked.way()), "repair of so many points");
        }
        if (places(asked.way(), asked.day().getYear(), true) + 1 > limit(asked.way())) {
            return NaiveObjections.one(provision(asked.way()), "repair asked without a place: " + asked.way());
        }
        return new NaivePoints(book).on(asked.day()) == 0
                ? NaiveObjections.one("TJ-35", "repair asked of nothing")
                : List.of();
    }

    List<Objection> granting(Happening.RepairGranted grant) {
        Repair repair = book.repair(grant.repair());
        if (repair == null) {
            return List.of(NaiveObjections.unknown());
        }
        if (!repair.pending) {
            return NaiveObjections.one("-", "repair granted though not pending");
        }
        if (never(grant.day())) {
            return NaiveObjections.one("TJ-35", "repair granted after twelve");
        }
        if (places(repair.asked.way(), grant.day().getYear(), false) + 1 > limit(repair.asked.way())) {
            return NaiveObjections.one(provision(repair.asked.way()), "repair granted without a place");
        }
        return new NaivePoints(book).on(grant.day()) == 0
                ? NaiveObjections.one("TJ-35", "repair granted of nothing")
                : List.of();
    }

    List<Objection> refusing(Happening.RepairRefused refused) {
        Repair repair = book.repair(refused.repair());
        if (repair == null) {
            return List.of(NaiveObjections.unknown());
        }
        return repair.pending ? List.of() : NaiveObjections.one("-", "repair refused though not pending");
    }

    /**
     * Whether they are registered at H1, or nowhere and were scored there in the year, or under a measure that runs
     * were scored there or registered when it began.
     */
    private boolean theirs(LocalDate day) {
        NaiveAnswers answers = new NaiveAnswers(book);
        if (answers.registered("H1", day) || answers.registered("P1", day)) {
            return answers.registered("H1", day);
        }
        for (Slip slip : book.slips) {
            boolean scored = slip.stands() && slip.noticed.place().equals("H1");
            boolean there = answers.registered("H1", slip.from())
                    || answers.registered("H1", slip.from().minusDays(1));
            if ((scored && slip.year() == day.getYear())
                    || (slip.measured() && slip.runsOn(day) && (scored || there))) {
                return true;
            }
        }
        return false;
    }

    private static String provision(Way way) {
        return way == Way.TRAINING_EXAM ? "TJ-35.1" : "TJ-35.2";
    }

    private static int limit(Way way) {
        return way == Way.TRAINING_EXAM ? 1 : 3;
    }

    /** The places taken: those granted in a year and, against another request, all that are pending. */
    private long places(Way way, int year, boolean withPending) {
        return book.repairs.stream()
                .filter(it -> it.asked.way() == way)
                .filter(it -> (withPending && it.pending) || (it.day != null && it.day.getYear() == year))
                .count();
    }

    private boolean never(LocalDate day) {
        for (Slip slip : book.slips) {
            boolean twelve = slip.stands() && NaivePoints.own(slip.found) >= 12;
            if (twelve && (slip.year() == day.getYear() || (slip.terminates && slip.runsOn(day)))) {
                return true;
            }
        }
        return false;
    }
}
