package org.payqual.query.settlement;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.payqual.domain.access.Reading;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.Governing;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.person.StandingShown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether one service is payable (TJ-21). */
@RestController
@Tag(name = "settlement")
class SettlementController {

    private static final String INSTITUTION = "institution";

    private final PersonLookup people;
    private final Folded folded;
    private final Today today;
    private final Permits permits;
    private final AccessRecord record;

    SettlementController(PersonLookup people, Folded folded, Today today, Permits permits, AccessRecord record) {
        this.people = people;
        this.folded = folded;
        this.today = today;
        this.permits = permits;
        this.record = record;
    }

    @GetMapping("/api/v1/settlement/check")
    @Needs(value = Ability.READ_STANDING, permitsInside = true)
    SettlementAnswer checkSettlement(
            @Parameter(description = "人员 / the person's id", example = "7d2a4f36-8f0c-4a51-b1f5-2b9e0c6d8a70")
                    @RequestParam
                    String person,
            @Parameter(description = "发生服务的机构 / where the service was given", example = "H12010100001") @RequestParam
                    String institution,
            @Parameter(description = "服务之日，默认今天（上海） / the day of the service, today by default", example = "2025-06-20")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate validAt,
            @Parameter(description = "急诊、抢救，或经办机构说明理由的特殊情形 / an emergency, or a special case with a reason")
                    @RequestParam(defaultValue = "false")
                    boolean emergency,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor) {
        permits.forPeople(Ability.READ_STANDING, List.of(person));
        LocalDate day = today.or(validAt);
        KnownAt reflects = people.followedAt(person, asOf);
        Person then = folded.person(person, reflects.position());
        Institution where = folded.institution(institution, reflects.position())
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(INSTITUTION, INSTITUTION)));
        Rulebook rulebook = governing(where.region(), day, reflects.position());
        Settlement settlement = Settlement.of(then, institution, day, emergency, rulebook);
        record.write(new Reading(
                actor, Ability.READ_STANDING, List.of(person), day, reflects.position(), Reading.Outcome.ANSWERED));
        return new SettlementAnswer(
                person,
                institution,
                day,
                emergency,
                reflects,
                settlement.payable(),
                settlement.ground(),
                SettlementAnswer.label(settlement.ground()),
                settlement.provision().citation(),
                rulebook.id(),
                StandingShown.of(Standing.of(then, day)));
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
