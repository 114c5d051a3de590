package org.payqual.query.person;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.Standing;
import org.payqual.query.knowledge.Today;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers where a person stands (TJ-21, 22, 31). */
@RestController
@Tag(name = "people")
class StandingController {

    private final PersonLookup people;
    private final PersonRows rows;
    private final Today today;
    private final Disclosure disclosure;
    private final MaskedIdentities identities;

    StandingController(
            PersonLookup people, PersonRows rows, Today today, Disclosure disclosure, MaskedIdentities identities) {
        this.people = people;
        this.rows = rows;
        this.today = today;
        this.disclosure = disclosure;
        this.identities = identities;
    }

    @GetMapping("/api/v1/people/{person}/standing")
    @Needs(Ability.READ_STANDING)
    StandingAnswer readStanding(
            @PathVariable String person,
            @Parameter(description = Asked.VALID_AT, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = Asked.IDENTITY) @RequestParam(defaultValue = "false") boolean identity,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonKnown known = people.followed(person, asOf);
        Held<Standing> standing =
                rows.standing(known.id(), day, known.position()).orElseThrow(PersonLookup::unknown);
        MaskedIdentity masked = identity
                ? identities
                        .of(List.of(known.id()), actor, day, known.reflects())
                        .get(known.id())
                : null;
        disclosure.of(Ability.READ_STANDING, actor, known, day, response);
        return new StandingAnswer(
                known.id(),
                day,
                known.reflects(),
                known.version(),
                StandingShown.of(standing.value()),
                standing.from(),
                masked);
    }
}
