package org.payqual.query.redress;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.person.DueDates;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers by when something is due about a person (TJ-14, 34, 36). */
@RestController
@Tag(name = "people")
class DueDatesController {

    private final FoldedPeople people;
    private final Today today;

    DueDatesController(FoldedPeople people, Today today) {
        this.people = people;
        this.today = today;
    }

    @GetMapping("/api/v1/people/{person}/due-dates")
    @Needs(Ability.READ_HISTORY)
    DueDatesAnswer readDueDates(
            @PathVariable String person,
            @Parameter(description = Asked.VALID_AT, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonFolded told = people.told(person, asOf, day, actor, response);
        return new DueDatesAnswer(
                told.id(),
                day,
                told.reflects(),
                told.version(),
                told.objectedOn(day),
                DueDates.of(told.person(), day, people.jurisdiction(told)).stream()
                        .map(DueDatesAnswer.DueShown::of)
                        .toList());
    }
}
