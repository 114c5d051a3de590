package org.payqual.query.institution;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.Headcount;
import org.payqual.domain.rulebook.Governing;
import org.payqual.domain.rulebook.InstitutionRatio;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.Folded;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers which share of an institution's people is under a measure, and what follows (TJ-33). */
@RestController
@Tag(name = "institutions")
class RatioController {

    private final Knowledge knowledge;
    private final Folded folded;
    private final HeadRows rows;
    private final Crossings crossings;
    private final Today today;

    RatioController(Knowledge knowledge, Folded folded, HeadRows rows, Crossings crossings, Today today) {
        this.knowledge = knowledge;
        this.folded = folded;
        this.rows = rows;
        this.crossings = crossings;
        this.today = today;
    }

    @GetMapping("/api/v1/institutions/{institution}/ratio")
    @Needs(Ability.READ_INSTITUTION)
    RatioAnswer readRatio(
            @PathVariable String institution,
            @Parameter(description = Asking.YEAR, example = "2025") @RequestParam(required = false) @Nullable
                    Integer year,
            @Parameter(description = Asked.VALID_AT, example = "2025-04-01") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable
                    String asOf) {
        LocalDate upTo = today.or(validAt);
        Asking asking = Asking.of(year, upTo);
        KnownAt reflects = knowledge.asOf(asOf);
        Institution known = folded.institution(institution, reflects.position())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("institution", "institution")));
        Rulebook rulebook = governing(known.region(), asking.day(), reflects.position());
        InstitutionRatio ratio = rulebook.institutionRatio();
        Headcount heads = rows.headcount(institution, asking.days(), reflects.position());
        return new RatioAnswer(
                institution,
                asking.year(),
                upTo,
                reflects,
                heads.registered(),
                heads.measured(),
                heads.share().decimal(),
                ratio.highest(heads.share()).map(RatioAnswer.Reached::of).orElse(null),
                ratio.provisions().stream().map(Provision::citation).toList(),
                rulebook.id(),
                crossings.of(institution, asking.year(), reflects.position()),
                rows.stopped(institution, asking.days(), reflects.position()));
    }

    private Rulebook governing(String region, LocalDate day, long position) {
        return switch (folded.law(position).rulebooks().governing(region, day)) {
            case Governing.One one -> one.governs();
            case Governing.None none ->
                throw new ProblemException(new Problem.Refused(new Refusal(
                        Refusal.Kind.CONFLICT,
                        "no-rulebook",
                        null,
                        "validAt",
                        none.needed().zh(),
                        none.needed().en())));
        };
    }
}
