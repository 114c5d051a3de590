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
import org.payqual.domain.person.Person;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.person.Disclosure;
import org.payqual.query.person.PersonKnown;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.settlement.Folded;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers by when something is due about a person (TJ-14, 34, 36). */
@RestController
@Tag(name = "people")
class DueDatesController {

    private final PersonLookup people;
    private final Folded folded;
    private final Today today;
    private final Disclosure disclosure;

    DueDatesController(PersonLookup people, Folded folded, Today today, Disclosure disclosure) {
        this.people = people;
        this.folded = folded;
        this.today = today;
        this.disclosure = disclosure;
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
        PersonKnown known = people.followed(person, asOf);
        Person then = folded.person(known.id(), known.position());
        disclosure.of(Ability.READ_HISTORY, actor, known, day, response);
        return new DueDatesAnswer(
                known.id(),
                day,
                known.reflects(),
                known.version(),
                then.redress().objectedOn(day),
                DueDates.of(then, day, new JurisdictionThen(folded, known.position())).stream()
                        .map(DueDatesAnswer.DueShown::of)
                        .toList());
    }
}
