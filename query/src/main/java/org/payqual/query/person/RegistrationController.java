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
import org.payqual.query.knowledge.Today;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers where a person is registered (TJ-17, 19). */
@RestController
@Tag(name = "people")
class RegistrationController {

    private final PersonLookup people;
    private final PersonRows rows;
    private final Today today;
    private final Disclosure disclosure;

    RegistrationController(PersonLookup people, PersonRows rows, Today today, Disclosure disclosure) {
        this.people = people;
        this.rows = rows;
        this.today = today;
        this.disclosure = disclosure;
    }

    @GetMapping("/api/v1/people/{person}/registrations")
    @Needs(Ability.READ_REGISTRATIONS)
    RegistrationsAnswer readRegistrations(
            @PathVariable String person,
            @Parameter(description = Asked.VALID_AT, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        PersonKnown known = people.followed(person, asOf);
        List<RegistrationShown> registrations = rows.registrations(known.id(), day, known.position()).stream()
                .map(RegistrationShown::of)
                .toList();
        boolean objected = rows.objected(known.id(), day, known.position());
        disclosure.of(Ability.READ_REGISTRATIONS, actor, known, day, response);
        return new RegistrationsAnswer(known.id(), day, known.reflects(), known.version(), objected, registrations);
    }
}
