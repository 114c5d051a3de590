package org.payqual.query.redress;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.redress.AppealsAnswer.AppealShown;
import org.payqual.query.redress.RepairsAnswer.RepairShown;
import org.payqual.query.redress.RestorationsAnswer.RestorationShown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what came of a person's appeals, repairs and restorations, folded from the log (TJ-34 to 37). */
@RestController
@Tag(name = "people")
class RedressController {

    private static final String BY = "只列此日及以前提出的，并按此日说明是否在申诉期间；默认列出全部，按今天（上海）说明"
            + " / only what was asked for by this day, with the objection mark of this day; by default"
            + " everything, with the mark of today";

    private final FoldedPeople people;
    private final Today today;

    RedressController(FoldedPeople people, Today today) {
        this.people = people;
        this.today = today;
    }

    @GetMapping("/api/v1/people/{person}/appeals")
    @Needs(Ability.READ_HISTORY)
    AppealsAnswer readAppeals(
            @PathVariable String person,
            @Parameter(description = BY, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonFolded told = people.told(person, asOf, validAt, actor, response);
        return new AppealsAnswer(
                told.id(),
                day,
                told.reflects(),
                told.version(),
                told.objectedOn(day),
                told.redress().appeals().values().stream()
                        .filter(it -> listed(it.filed(), validAt))
                        .map(it -> AppealShown.of(it, day))
                        .toList());
    }

    @GetMapping("/api/v1/people/{person}/repairs")
    @Needs(Ability.READ_HISTORY)
    RepairsAnswer readRepairs(
            @PathVariable String person,
            @Parameter(description = BY, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonFolded told = people.told(person, asOf, validAt, actor, response);
        return new RepairsAnswer(
                told.id(),
                day,
                told.reflects(),
                told.version(),
                told.objectedOn(day),
                told.redress().repairs().values().stream()
                        .filter(it -> listed(it.requested(), validAt))
                        .map(RepairShown::of)
                        .toList());
    }

    @GetMapping("/api/v1/people/{person}/restorations")
    @Needs(Ability.READ_HISTORY)
    RestorationsAnswer readRestorations(
            @PathVariable String person,
            @Parameter(description = BY, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonFolded told = people.told(person, asOf, validAt, actor, response);
        return new RestorationsAnswer(
                told.id(),
                day,
                told.reflects(),
                told.version(),
                told.objectedOn(day),
                told.redress().restorations().values().stream()
                        .filter(it -> listed(it.requested(), validAt))
                        .map(it -> RestorationShown.of(it, told.person()))
                        .toList());
    }

    private static boolean listed(LocalDate asked, @Nullable LocalDate by) {
        return by == null || !asked.isAfter(by);
    }
}
