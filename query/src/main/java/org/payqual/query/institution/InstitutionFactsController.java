package org.payqual.query.institution;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.Folded;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what an institution is and since when it has its agreement (TJ-11, 14). */
@RestController
@Tag(name = "institutions")
class InstitutionFactsController {

    private final Knowledge knowledge;
    private final Folded folded;
    private final Today today;

    InstitutionFactsController(Knowledge knowledge, Folded folded, Today today) {
        this.knowledge = knowledge;
        this.folded = folded;
        this.today = today;
    }

    @GetMapping("/api/v1/institutions/{institution}")
    @Needs(Ability.READ_INSTITUTION)
    InstitutionAnswer readInstitution(
            @PathVariable String institution,
            @Parameter(description = Asked.VALID_AT, example = "2025-04-01") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        LocalDate day = today.or(validAt);
        KnownAt reflects = knowledge.asOf(asOf);
        Institution known = folded.institution(institution, reflects.position())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("institution", "institution")));
        response.setHeader(HttpHeaders.ETAG, "\"" + known.version() + "\"");
        return new InstitutionAnswer(
                known.code(),
                day,
                reflects,
                known.version(),
                known.kind(),
                known.publiclyOwned(),
                known.region(),
                folded.agreementOn(institution, day, reflects.position()).orElse(null),
                known.chain());
    }
}
