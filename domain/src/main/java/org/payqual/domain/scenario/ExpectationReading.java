package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.DueDates;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.domain.scenario.Expectation.Asked;
import org.payqual.domain.scenario.Expectation.OfDeadline;
import org.payqual.domain.scenario.Expectation.OfOtherDuty;
import org.payqual.domain.scenario.Expectation.OfPayable;
import org.payqual.domain.scenario.Expectation.OfRatio;
import org.payqual.domain.scenario.Expectation.OfStanding;
import org.payqual.domain.scenario.Expectation.Threshold;

/** Reads one expectation. */
final class ExpectationReading {

    private static final List<String> QUESTIONS = List.of("payable", "ratio", "due");
    private static final List<String> OF_STANDING =
            List.of("standing", "points", "until", "termServed", "keySupervision", "cites");

    private ExpectationReading() {}

    static Expectation expectation(Section section, Cast cast) {
        Asked asked = asked(section, cast);
        List<String> who = asked instanceof OfRatio ? List.of() : cast.who(section, false);
        LocalDate date = section.has("due") && !section.has("date")
                ? section.get("dueOn", Form.date())
                : section.get("date", Form.date());
        LocalDate known = section.find("known", Form.date());
        return new Expectation(section.place().line(), who, date, known, asked);
    }

    private static Asked asked(Section section, Cast cast) {
        Optional<String> question =
                QUESTIONS.stream().anyMatch(section::has) ? section.exactlyOne(QUESTIONS) : Optional.empty();
        return switch (question.orElse("standing")) {
            case "payable" -> payable(section, cast);
            case "ratio" -> ratio(section, cast);
            case "due" -> due(section);
            default -> standing(section);
        };
    }

    private static Asked due(Section section) {
        Duty duty = section.get("due", Form.code(Duty.class));
        LocalDate dueOn = section.get("dueOn", Form.date());
        return DueDates.DUTIES.contains(duty) ? new OfDeadline(duty, dueOn) : new OfOtherDuty(duty);
    }

    private static Asked payable(Section section, Cast cast) {
        Section service = section.section("payable");
        return new OfPayable(
                cast.at(service),
                service.getOr("emergency", Form.truth(), false),
                section.get("is", Form.truth()),
                cites(section));
    }

    private static Asked ratio(Section section, Cast cast) {
        Section ratio = section.section("ratio");
        section.atLeastOne(List.of("is", "threshold"));
        return new OfRatio(
                cast.at(ratio),
                ratio.get("year", Form.whole(2000, 2199)),
                section.find("is", Forms.SHARE),
                section.find("threshold", Form.code(Threshold.class)),
                cites(section));
    }

    private static Asked standing(Section section) {
        section.atLeastOne(OF_STANDING);
        return new OfStanding(
                section.find("standing", Form.code(StandingKind.class)),
                section.find("points", Forms.POINTS),
                section.find("until", Form.date()),
                section.find("termServed", Form.truth()),
                section.find("keySupervision", Form.truth()),
                cites(section));
    }

    private static List<Provision> cites(Section section) {
        return section.has("cites") ? section.list("cites", Forms.PROVISION) : List.of();
    }
}
