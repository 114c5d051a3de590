package org.payqual.query.law;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.Folded;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers which rulebooks and calendars are adopted. */
@RestController
@Tag(name = "law")
class AdoptedLawController {

    private final Knowledge knowledge;
    private final Folded folded;

    AdoptedLawController(Knowledge knowledge, Folded folded) {
        this.knowledge = knowledge;
        this.folded = folded;
    }

    @GetMapping("/api/v1/law")
    @Needs(Ability.READ_LAW)
    LawAnswer readLaw(
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        KnownAt reflects = knowledge.asOf(asOf);
        LawAnswer answer = LawAnswer.of(reflects, folded.law(reflects.position()));
        response.setHeader(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        return answer;
    }
}
