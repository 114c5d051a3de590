package org.payqual.query.text;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.payqual.domain.access.Reading;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.identity.LabelReader;
import org.payqual.domain.identity.StatementReader;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.StreamType;
import org.payqual.query.handling.HandlingsKnown;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.person.PersonLookup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the texts of which the ledger has only the digests, and what institutions are called. Texts and names may
 * name people, so that every answer goes on the access record. Neither has a state as of earlier: a text is the one of
 * its digest, and of a name the last counts.
 */
@RestController
@Tag(name = "texts")
class TextController {

    private final StatementReader texts;
    private final LabelReader names;
    private final PersonLookup people;
    private final HandlingsKnown handlings;
    private final Knowledge knowledge;
    private final Permits permits;
    private final AccessRecord record;

    TextController(
            StatementReader texts,
            LabelReader names,
            PersonLookup people,
            HandlingsKnown handlings,
            Knowledge knowledge,
            Permits permits,
            AccessRecord record) {
        this.texts = texts;
        this.names = names;
        this.people = people;
        this.handlings = handlings;
        this.knowledge = knowledge;
        this.permits = permits;
        this.record = record;
    }

    @GetMapping("/api/v1/people/{person}/texts/{digest}")
    @Needs(Ability.READ_TEXT)
    TextAnswer readText(@PathVariable String person, @PathVariable String digest, Actor actor) {
        long position = people.recorded(person, null).position();
        TextAnswer answer = TextAnswer.of(digest, texts.read(StreamType.PERSON, person, digest));
        disclose(actor, person, position);
        return answer;
    }

    @GetMapping("/api/v1/handlings/{handling}/texts/{digest}")
    @Needs(value = Ability.READ_TEXT, permitsInside = true)
    TextAnswer readHandlingText(@PathVariable String handling, @PathVariable String digest, Actor actor) {
        long position = knowledge.sealed().position();
        Optional<Handling> known = handlings.at(handling, position);
        permits.atInstitution(
                Ability.READ_TEXT, known.map(Handling::institution).orElse(""));
        if (known.isEmpty()) {
            throw new ProblemException(new Problem.NotFound("handling", "handling"));
        }
        TextAnswer answer = TextAnswer.of(digest, texts.read(StreamType.HANDLING, handling, digest));
        disclose(actor, null, position);
        return answer;
    }

    @GetMapping("/api/v1/institutions/{institution}/name")
    @Needs(Ability.READ_TEXT)
    NameAnswer readInstitutionName(@PathVariable String institution, Actor actor) {
        long position = knowledge.sealed().position();
        String name = names.labelOf(StreamType.INSTITUTION, institution)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("name", "institution")));
        disclose(actor, null, position);
        return new NameAnswer(institution, name);
    }

    private void disclose(Actor actor, @Nullable String person, long position) {
        record.write(new Reading(
                actor,
                Ability.READ_TEXT,
                person == null ? List.of() : List.of(person),
                null,
                position,
                Reading.Outcome.ANSWERED));
    }
}
