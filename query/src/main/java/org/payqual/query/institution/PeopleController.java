package org.payqual.query.institution;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.query.knowledge.Cursor;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.PageSize;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.person.MaskedIdentities;
import org.payqual.query.person.MaskedIdentity;
import org.payqual.query.person.RegistrationShown;
import org.payqual.query.person.StandingShown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who is registered at an institution and where they stand (TJ-17, 21). */
@RestController
@Tag(name = "institutions")
class PeopleController {

    private final Knowledge knowledge;
    private final PeopleRows rows;
    private final Today today;
    private final AccessRecord record;
    private final MaskedIdentities identities;

    PeopleController(
            Knowledge knowledge, PeopleRows rows, Today today, AccessRecord record, MaskedIdentities identities) {
        this.knowledge = knowledge;
        this.rows = rows;
        this.today = today;
        this.record = record;
        this.identities = identities;
    }

    @GetMapping("/api/v1/institutions/{institution}/people")
    @Needs(Ability.READ_STANDING)
    PeopleAnswer listPeople(
            @PathVariable String institution,
            @Parameter(description = Asked.VALID_AT, example = "2025-06-11") @RequestParam(required = false) @Nullable
                    LocalDate validAt,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "只列处于该状态的 / only those who stand so") @RequestParam(required = false) @Nullable
                    StandingKind standing,
            @Parameter(description = Asked.IDENTITY) @RequestParam(defaultValue = "false") boolean identity,
            @Parameter(description = Asked.LIMIT, example = "50") @RequestParam(required = false) @Nullable
                    Integer limit,
            @Parameter(description = Asked.CURSOR) @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        int size = PageSize.of(limit);
        if (cursor != null) {
            Cursor.alone(asOf, validAt, standing);
        }
        PeoplePage page = cursor == null
                ? new PeoplePage(asOf, today.or(validAt), standing, PeopleRows.After.NOBODY)
                : PeoplePage.at(cursor);
        KnownAt reflects = knowledge.asOf(page.asOf());
        if (!rows.known(institution, reflects.position())) {
            throw new ProblemException(new Problem.NotFound("institution", "institution"));
        }
        List<PeopleRows.Member> found =
                rows.registered(institution, page.day(), reflects.position(), page.standing(), page.after(), size + 1);
        List<PeopleRows.Member> shown = found.stream().limit(size).toList();
        List<String> stopped = rows.stopped(institution, page.day(), reflects.position());
        List<String> concerned = shown.stream().map(PeopleRows.Member::person).toList();
        Map<String, MaskedIdentity> masked =
                identity ? identities.of(concerned, actor, page.day(), reflects) : Map.of();
        record.write(new Reading(
                actor,
                Ability.READ_STANDING,
                Stream.concat(concerned.stream(), stopped.stream()).distinct().toList(),
                page.day(),
                reflects.position(),
                Reading.Outcome.ANSWERED));
        return new PeopleAnswer(
                institution,
                page.day(),
                reflects,
                shown.stream()
                        .map(it -> new PeopleAnswer.Member(
                                it.person(),
                                RegistrationShown.of(it.registration()),
                                StandingShown.of(it.standing()),
                                masked.get(it.person())))
                        .toList(),
                stopped,
                found.size() > size ? page.next(reflects.position(), shown.getLast()) : null);
    }
}
