package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Reads the lines of what is expected. */
final class ExpectationReading {

    private static final List<String> QUESTIONS = List.of("payable", "ratio", "due");
    private static final List<String> OF_STANDING =
            List.of("standing", "points", "until", "termServed", "keySupervision", "cites");

    private ExpectationReading() {}

    /**
     * Reads what one line expects: usually one thing; of a person's day also where the person stands and whether a
     * service is payable.
     *
     * @param now the day on which all steps are known, for a line without a date; null where there are no steps
     */
    static List<Expectation> expectations(Section section, Cast cast, @Nullable LocalDate now) {
        List<Asked> asked = asked(section, cast);
        List<String> who = asked.getFirst() instanceof OfRatio ? List.of() : cast.who(section, false);
        LocalDate date = date(section, now);
        LocalDate known = section.find("known", Form.date());
        return asked.stream()
                .map(it -> new Expectation(section.place().line(), who, date, known, it))
                .toList();
    }

    private static LocalDate date(Section section, @Nullable LocalDate now) {
        if (section.has("due") && !section.has("date")) {
            return section.get("dueOn", Form.date());
        }
        if (now == null && !section.has("date")) {
            section.misfit("date", "没有步骤时须写明 date", "where there are no steps: say the date");
        }
        return section.getOr("date", Form.date(), now == null ? LocalDate.EPOCH : now);
    }

    private static List<Asked> asked(Section section, Cast cast) {
        Optional<String> question =
                QUESTIONS.stream().anyMatch(section::has) ? section.exactlyOne(QUESTIONS) : Optional.empty();
        return switch (question.orElse("standing")) {
            case "payable" -> payableBesideStanding(section, cast);
            case "ratio" -> List.of(ratio(section, cast));
            case "due" -> List.of(due(section));
            default -> {
                section.atLeastOne(OF_STANDING);
                yield List.of(standing(section, cites(section)));
            }
        };
    }

    /** What such a line cites, the service or the standing rests on. */
    private static List<Asked> payableBesideStanding(Section section, Cast cast) {
        if (OF_STANDING.stream().filter(it -> !it.equals("cites")).noneMatch(section::has)) {
            return List.of(payable(section, cast, null));
        }
        OfStanding standing = standing(section, List.of());
        return List.of(standing, payable(section, cast, standing));
    }

    private static Asked due(Section section) {
        Duty duty = section.get("due", Form.code(Duty.class));
        LocalDate dueOn = section.get("dueOn", Form.date());
        return DueDates.DUTIES.contains(duty) ? new OfDeadline(duty, dueOn) : new OfOtherDuty(duty);
    }

    private static Asked payable(Section section, Cast cast, @Nullable OfStanding beside) {
        Section service = section.section("payable");
        return new OfPayable(
                cast.at(service),
                service.getOr("emergency", Form.truth(), false),
                section.get("is", Form.truth()),
                beside,
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

    private static OfStanding standing(Section section, List<Provision> cites) {
        return new OfStanding(
                section.find("standing", Form.code(StandingKind.class)),
                section.find("points", Forms.POINTS),
                section.find("until", Form.date()),
                section.find("termServed", Form.truth()),
                section.find("keySupervision", Form.truth()),
                cites);
    }

    private static List<Provision> cites(Section section) {
        return section.has("cites") ? section.list("cites", Forms.PROVISION) : List.of();
    }
}
