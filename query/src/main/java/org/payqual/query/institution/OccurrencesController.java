package org.payqual.query.institution;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.Occurrence;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.Folded;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how often people were scored, suspended and terminated for acts done at an institution (CY-7). */
@RestController
@Tag(name = "institutions")
class OccurrencesController {

    private static final Occurrence.Kind BREACH = Occurrence.Kind.NOT_REGISTERED;

    private final Knowledge knowledge;
    private final Folded folded;
    private final PeopleRows people;
    private final HeadRows rows;
    private final Today today;

    OccurrencesController(Knowledge knowledge, Folded folded, PeopleRows people, HeadRows rows, Today today) {
        this.knowledge = knowledge;
        this.folded = folded;
        this.people = people;
        this.rows = rows;
        this.today = today;
    }

    @GetMapping("/api/v1/institutions/{institution}/occurrences")
    @Needs(Ability.READ_INSTITUTION)
    OccurrencesAnswer readOccurrences(
            @PathVariable String institution,
            @Parameter(description = Asking.YEAR, example = "2025") @RequestParam(required = false) @Nullable
                    Integer year,
            @Parameter(description = Asked.VALID_AT, example = "2025-12-31") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable
                    String asOf) {
        LocalDate upTo = today.or(validAt);
        Asking asking = Asking.of(year, upTo);
        KnownAt reflects = knowledge.asOf(asOf);
        if (!people.known(institution, reflects.position())) {
            throw new ProblemException(new Problem.NotFound("institution", "institution"));
        }
        int heads =
                rows.headcount(institution, asking.days(), reflects.position()).registered();
        Map<Occurrence.Kind, Integer> times = rows.occurrences(institution, asking.days(), reflects.position());
        return new OccurrencesAnswer(
                institution,
                asking.year(),
                upTo,
                reflects,
                heads,
                times(times, Occurrence.Kind.SCORING, heads),
                times(times, Occurrence.Kind.SUSPENSION, heads),
                times(times, Occurrence.Kind.TERMINATION, heads),
                breaches(institution, asking.day(), reflects.position(), times),
                rows.stopped(institution, asking.days(), reflects.position()));
    }

    private List<OccurrencesAnswer.Breached> breaches(
            String institution, LocalDate day, long position, Map<Occurrence.Kind, Integer> times) {
        return folded
                .institution(institution, position)
                .flatMap(it -> folded.law(position)
                        .rulebooks()
                        .governing(it.region(), day)
                        .rulebook())
                .flatMap(it -> Optional.ofNullable(it.breaches().get(BREACH.name())))
                .map(it -> OccurrencesAnswer.Breached.of(it, times.getOrDefault(BREACH, 0)))
                .stream()
                .toList();
    }

    private static OccurrencesAnswer.Times times(
            Map<Occurrence.Kind, Integer> counts, Occurrence.Kind kind, int heads) {
        return OccurrencesAnswer.Times.of(counts.getOrDefault(kind, 0), heads);
    }
}
