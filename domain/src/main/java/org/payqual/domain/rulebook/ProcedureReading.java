package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.citation;
import static org.payqual.domain.rulebook.Phrases.cites;
import static org.payqual.domain.rulebook.Phrases.yes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;

/** Reads how people are registered, told and heard (TJ-17 to 22, 24, 30, 34). */
final class ProcedureReading {

    private static final Form<Appeal.Period> APPEAL_PERIOD = Form.either(
            Form.exactly("the day stated in the notice").as(words -> new Appeal.Period.StatedInNotice()),
            Form.phrase(
                    "([1-9][0-9]?) working days? of receipt",
                    "n working days of receipt",
                    "n working days of receipt",
                    m -> new Appeal.Period.OfReceipt(Integer.parseInt(m.group(1))),
                    new Appeal.Period.OfReceipt(1)));

    private static final Form<Optional<Integer>> TELL = Form.either(
            Phrases.WORKING_DAYS.as(Optional::of), Form.exactly("without delay").as(words -> Optional.empty()));

    private ProcedureReading() {}

    static ResponsibilityRule responsibility(Section section) {
        Section by = section.section("determinedBy");
        Map<HandlingKind, Determiner> determiners = new EnumMap<>(HandlingKind.class);
        for (HandlingKind handling : HandlingKind.values()) {
            determiners.put(handling, by.get(handling.name(), Form.words(Determiner.class)));
        }
        section.says("points", "derived");
        return new ResponsibilityRule(determiners, cites(section));
    }

    static Citation sameInspection(Section section) {
        section.says("violations", "add");
        return citation(section, "circumstancesOfOneViolation", "highest");
    }

    static Registration registration(Section section) {
        return new Registration(
                citation(section.section("commitment"), "comes", "first"),
                citation(section.section("standing"), "begins", "NORMAL"),
                citation(section.section("places"), "each", "registers"),
                citation(section.section("content"), "incomplete", "may follow"),
                citation(section.section("departure"), "day", "first without registration"),
                citation(section.section("barred"), "during", "termination"),
                citation(section.section("termServed"), "needs", "restoration"));
    }

    static Notice notice(Section section) {
        return new Notice(section.get("tell", TELL).orElse(null), cites(section));
    }

    static Appeal appeal(Section section) {
        Section outcome = section.section("outcome");
        outcome.says("adjusts", "never upwards");
        return new Appeal(
                filing(section.section("filing")),
                handling(section.section("handling")),
                citation(outcome, "measures", "worked out again"));
    }

    private static Appeal.Filing filing(Section section) {
        section.says("by", "person and institution");
        section.says("timesANotice", "once each");
        section.says("stays", "nothing");
        return new Appeal.Filing(
                section.get("within", APPEAL_PERIOD),
                Ordered.set(section.listOrNone("needs", Form.words(Appeal.Need.class))),
                cites(section));
    }

    private static Appeal.Handling handling(Section section) {
        return new Appeal.Handling(
                section.list("by", Form.words(Appeal.Handler.class)),
                section.getOr("continues", Form.words(Appeal.Continues.class), Appeal.Continues.AFTER_THE_EXPLANATION),
                section.getOr("districtPreReview", yes("of city scores"), false),
                cites(section));
    }
}
