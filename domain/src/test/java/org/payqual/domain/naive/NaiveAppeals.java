package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.naive.Happening.Ground;
import org.payqual.domain.naive.Happening.Outcome;
import org.payqual.domain.naive.NaiveBook.Plea;
import org.payqual.domain.naive.NaiveBook.Slip;
import org.payqual.domain.naive.NaiveObjections.Objection;

/** Why a step of an appeal cannot be entered (TJ-34). */
record NaiveAppeals(NaiveBook book) {

    List<Objection> filing(Happening.Appealed appealed) {
        Slip slip = book.slip(appealed.notice());
        if (slip == null) {
            return List.of(NaiveObjections.unknown());
        }
        List<Objection> objections = new ArrayList<>();
        if (!appealed.signed() || !appealed.sealed()) {
            objections.add(new Objection("TJ-34.2", appealed.signed() ? "unsealed" : "unsigned"));
        }
        if (!slip.stands()) {
            objections.add(new Objection("TJ-34.2", "against a fallen notice"));
        }
        int reopened = new NaiveMeasures(book).unfounded(slip) > 0 ? slip.reopened : 0;
        if (reopened == 0 && late(appealed)) {
            objections.add(new Objection("TJ-34.2", "late"));
        }
        if (book.pleas.stream()
                .filter(it -> it.against == slip && it.filed.by() == appealed.by())
                .anyMatch(it -> it.open() || it.place > reopened)) {
            objections.add(new Objection("TJ-34.2", "second of the party"));
        }
        return objections;
    }

    private boolean late(Happening.Appealed appealed) {
        return book.services.stream()
                .anyMatch(it -> it.notice().equals(appealed.notice())
                        && it.to() == appealed.by()
                        && it.appealBy() != null
                        && appealed.day().isAfter(it.appealBy()));
    }

    List<Objection> explaining(Happening.Explained explained) {
        List<Objection> objections = open(explained.appeal(), explained.day(), "explained");
        Plea plea = book.plea(explained.appeal());
        if (plea != null && plea.explained) {
            objections.add(new Objection("-", "explained twice"));
        }
        return objections;
    }

    List<Objection> reviewing(Happening.Reviewed reviewed) {
        List<Objection> objections = open(reviewed.appeal(), reviewed.day(), "reviewed");
        byAnother(book.plea(reviewed.appeal()), reviewed.byDepartment(), objections);
        return objections;
    }

    List<Objection> withdrawing(Happening.Withdrawn withdrawn) {
        return open(withdrawn.appeal(), withdrawn.day(), "withdrawn");
    }

    List<Objection> escalating(Happening.Escalated escalated) {
        List<Objection> objections = open(escalated.appeal(), escalated.day(), "escalated");
        Plea plea = book.plea(escalated.appeal());
        if (plea != null && !plea.explained) {
            objections.add(new Objection("TJ-34.3", "escalated unexplained"));
        }
        if (plea != null && plea.escalated) {
            objections.add(new Objection("TJ-34.3", "escalated twice"));
        }
        return objections;
    }

    List<Objection> deciding(Happening.Decided decided) {
        List<Objection> objections = open(decided.appeal(), decided.day(), "decided");
        Plea plea = book.plea(decided.appeal());
        byAnother(plea, decided.byDepartment(), objections);
        if (plea == null || decided.outcome() != Outcome.ADJUSTED) {
            return objections;
        }
        Slip slip = plea.against;
        if (NaivePoints.own(decided.found()) > NaivePoints.own(slip.found)) {
            objections.add(new Objection("TJ-34.4", "adjusted to more points"));
        }
        for (String violation : NaivePoints.violations(decided.found())) {
            int before = NaivePoints.highest(slip.found, violation);
            if (before > 0 && NaivePoints.highest(decided.found(), violation) > before) {
                objections.add(new Objection("TJ-34.4", "adjusted to more points for a violation"));
            }
        }
        objections.addAll(new NaiveObjections(book).findings(slip.noticed, decided.found(), slip.found));
        return objections;
    }

    /** A dispute that continues goes to whoever made the handling, a department's own to the department (TJ-34.3). */
    static boolean departmentHandles(Plea plea) {
        return plea.escalated && plea.against.noticed.ground() == Ground.ADMINISTRATIVE_PENALTY;
    }

    private static void byAnother(@Nullable Plea plea, boolean byDepartment, List<Objection> objections) {
        if (plea != null && byDepartment != departmentHandles(plea)) {
            objections.add(new Objection("TJ-34.3", "by another than handles the appeal"));
        }
    }

    private List<Objection> open(String appeal, LocalDate day, String step) {
        Plea plea = book.plea(appeal);
        List<Objection> objections = new ArrayList<>();
        if (plea == null) {
            objections.add(NaiveObjections.unknown());
        } else if (!plea.open()) {
            objections.add(new Objection("-", step + " though not open"));
        } else if (day.isBefore(plea.reached)) {
            objections.add(new Objection("-", "step of an appeal out of order"));
        }
        return objections;
    }
}
