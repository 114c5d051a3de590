package org.payqual.domain.naive;

import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.naive.NaiveBook.Restoration;
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
        }
        return objections;
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
