package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.MayBeKnown;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorded;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Identities;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Reading;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonCommand.Identify;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes people known: gives the id by which the ledger speaks of the holder of a document. Whoever learns that the
 * holder is known already has read that of them, and the access record says so.
 */
@RestController
@RequestMapping("/api/v1/people")
class IdentificationController {

    private final Recorder recorder;
    private final Identities identities;
    private final AccessRecord record;
    private final Clock clock;

    IdentificationController(Recorder recorder, Identities identities, AccessRecord record, Clock clock) {
        this.recorder = recorder;
        this.identities = identities;
        this.record = record;
        this.clock = clock;
    }

    /** Who is to be made known. Neither name nor number goes into the ledger. */
    record NewPerson(
            DocumentType documentType,
            @Size(max = 64) String documentNumber,
            @Size(max = 200) String name) {

        @Override
        public String toString() {
            return "a person by " + documentType;
        }
    }

    @PostMapping
    @Needs(Ability.IDENTIFY)
    @MayBeKnown
    ResponseEntity<Entered> identifyPerson(@RequestBody @Valid NewPerson body, Submission submission) {
        Identities.Reservation reservation = identities.personFor(
                IdentityForm.document(body.documentType(), body.documentNumber(), LocalDate.now(clock)),
                IdentityForm.name(body.name()));
        if (!reservation.nameAgrees()) {
            read(reservation.person(), null, Reading.Outcome.UNANSWERED, submission);
            throw new ProblemException(new Problem.Refused(new Refusal(
                    Refusal.Kind.CONFLICT,
                    "name-differs",
                    null,
                    "name",
                    "该证件已以另一姓名在册，请核对",
                    "the document is on record under another name; check both")));
        }
        Target<PersonCommand> target = Target.person(reservation.person());
        Outcome outcome = recorder.submit(
                target,
                "identify",
                body,
                submission,
                digest -> new Identify(body.documentType().name()));
        if (outcome instanceof Outcome.Refused refused
                && refused.refusal().code().equals(Deciding.PERSON_KNOWN)) {
            Recorded known = recorder.sealed(target, refused.version());
            Long position = known.position().isPresent() ? known.position().getAsLong() : null;
            read(reservation.person(), position, Reading.Outcome.ANSWERED, submission);
            return Entered.known(known);
        }
        return Entered.created(recorder.answer(target, outcome), "/api/v1/people/" + reservation.person() + "/history");
    }

    private void read(String person, @Nullable Long position, Reading.Outcome outcome, Submission submission) {
        record.write(new Reading(submission.actor(), Ability.IDENTIFY, List.of(person), null, position, outcome));
    }
}
