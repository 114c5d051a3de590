package org.payqual.query.handling;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.projections.handling.RestingScores;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.Asked;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a handling is and how many scores rest on it (TJ-24, 34.4). */
@RestController
@Tag(name = "handlings")
class HandlingScoresController {

    private final Knowledge knowledge;
    private final HandlingsKnown handlings;

    HandlingScoresController(Knowledge knowledge, HandlingsKnown handlings) {
        this.knowledge = knowledge;
        this.handlings = handlings;
    }

    @GetMapping("/api/v1/handlings/{handling}")
    @Needs(Ability.READ_HANDLING)
    HandlingAnswer readHandling(
            @PathVariable String handling,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        KnownAt reflects = knowledge.asOf(asOf);
        Handling known = handlings
                .at(handling, reflects.position())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("handling", "handling")));
        RestingScores.Count scores = handlings.scores(handling, reflects.position());
        response.setHeader(HttpHeaders.ETAG, "\"" + known.version() + "\"");
        return new HandlingAnswer(
                known.id(),
                reflects,
                known.version(),
                known.inspection(),
                known.institution(),
                known.kind(),
                known.date(),
                known.articles(),
                known.manners(),
                known.madeBy(),
                known.overturned(),
                new HandlingAnswer.Scores(scores.recorded(), scores.fallen()));
    }
}
