package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.naive.NaiveBook.Restoration;
import org.payqual.domain.naive.NaiveBook.Slip;
import org.payqual.domain.naive.NaiveObjections.Objection;

/** Why a restoration cannot be asked for or decided (TJ-36). */
record NaiveRestorations(NaiveBook book) {

    List<Objection> asking(Happening.RestorationAsked asked) {
        List<Objection> objections = new ArrayList<>();
        if (book.restorations.stream().anyMatch(it -> it.open)) {
            objections.add(new Objection("-", "restoration asked twice"));
        }
        if (!asked.approved()) {
            objections.add(new Objection("TJ-36", "restoration not approved"));
        }
        NaiveAnswers answers = new NaiveAnswers(book);
        String standing = answers.standing(asked.day());
        if (standing.equals("NORMAL") || standing.equals("UNREGISTERED")) {
            objections.add(new Objection("TJ-36", "restoration asked in normal standing"));
        } else if (answers.leftToLift(asked.day()).isEmpty()) {
            objections.add(new Objection("TJ-36", "restoration asked of what is granted"));
        } else if (!theirs(asked.day())) {
            objections.add(new Objection("TJ-36", "restoration asked elsewhere"));
        }
        return objections;
    }

    /**
     * Whether they are or will be registered at H1, where they signed since what is to be lifted began; who is
     * registered nowhere may ask where they were when it began, or were scored.
     */
    private boolean theirs(LocalDate day) {
        NaiveAnswers answers = new NaiveAnswers(book);
        if (answers.registered("H1", day)) {
            return true;
        }
        boolean nowhere = !answers.registered("P1", day);
        for (Slip slip : answers.leftToLift(day)) {
            for (Happening.Committed signed : book.commitments) {
                if (signed.place().equals("H1")
                        && !signed.day().isBefore(slip.from())
                        && !signed.day().isAfter(day)) {
                    return true;
                }
            }
            if (nowhere
                    && (slip.noticed.place().equals("H1")
                            || answers.registered("H1", slip.from())
                            || answers.registered("H1", slip.from().minusDays(1)))) {
                return true;
            }
        }
        return false;
    }

    List<Objection> deciding(Happening.RestorationDecided decided) {
        Restoration restoration = book.restoration(decided.restoration());
        if (restoration == null) {
            return List.of(NaiveObjections.unknown());
        }
        if (!restoration.open) {
            return NaiveObjections.one("-", "restoration decided though not open");
        }
        return decided.granted()
                        && new NaiveAnswers(book).leftToLift(decided.day()).isEmpty()
                ? NaiveObjections.one("TJ-36", "restoration of nothing")
                : List.of();
    }
}
