package org.payqual.query.handling;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.Folded;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what an inspection is, from which handlings came (TJ-25). */
@RestController
@Tag(name = "handlings")
class InspectionFactsController {

    private final Knowledge knowledge;
    private final Folded folded;

    InspectionFactsController(Knowledge knowledge, Folded folded) {
        this.knowledge = knowledge;
        this.folded = folded;
    }

    @GetMapping("/api/v1/inspections/{inspection}")
    @Needs(Ability.READ_HANDLING)
    InspectionAnswer readInspection(
            @PathVariable String inspection,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        KnownAt reflects = knowledge.asOf(asOf);
        Inspection known = folded.inspection(inspection, reflects.position())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("inspection", "inspection")));
        response.setHeader(HttpHeaders.ETAG, "\"" + known.version() + "\"");
        return new InspectionAnswer(known.id(), reflects, known.version(), known.institution(), known.opened());
    }
}
