package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.dispatch.Keeping;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Amendment;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Reading;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.PersonCommand.CorrectIdentity;
import org.payqual.domain.person.PersonCommand.EraseIdentity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Corrects and erases who a person is. The identity store changes when the ledger is about to record that it does; if
 * the program ends between the two, the next request to the same end records it.
 */
@RestController
@RequestMapping("/api/v1/people/{person}/identity")
class IdentityController {

    private final PersonRecorder recorder;
    private final Identities identities;
    private final AccessRecord record;
    private final Clock clock;

    IdentityController(PersonRecorder recorder, Identities identities, AccessRecord record, Clock clock) {
        this.recorder = recorder;
        this.identities = identities;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Who the person really is; all of it, also what was right. Of it only which parts were wrong goes into the ledger.
     */
    record NewIdentity(
            DocumentType documentType,
            @Size(max = 64) String documentNumber,
            @Size(max = 200) String name,
            FormerDocument formerDocument,
            LocalDate date,
            @FreeText String reason) {

        @Override
        public String toString() {
            return "an identity by " + documentType;
        }
    }

    @PostMapping("/correction")
    @Needs(Ability.CORRECT_IDENTITY)
    ResponseEntity<Entered> correctIdentity(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewIdentity body,
            Submission submission) {
        IdentityDocument document =
                IdentityForm.document(body.documentType(), body.documentNumber(), LocalDate.now(clock));
        PersonName name = IdentityForm.name(body.name());
        return recorder.word(person, "correct-identity", body, submission, keeping -> {
            // First, for it can fail: an amended identity would stand without its record.
            String reason = keeping.apply(body.reason());
            Amendment amendment = keeping.forGood()
                    ? identities.amend(person, name, document, body.formerDocument())
                    : identities.foresee(person, name, document);
            if (amendment instanceof Amendment.Taken taken) {
                // Whoever is refused for this reason learns that the document's holder is on record: also a reading of
                // the holder, or documents could be tried out behind somebody else's record.
                record.write(new Reading(
                        submission.actor(),
                        Ability.CORRECT_IDENTITY,
                        List.of(person, taken.person()),
                        null,
                        null,
                        Reading.Outcome.UNANSWERED));
            }
            Amendment.Amended amended = amended(amendment);
            return new CorrectIdentity(amended.version(), amended.fields(), body.date(), reason);
        });
    }

    private static Amendment.Amended amended(Amendment amendment) {
        return switch (amendment) {
            case Amendment.Amended amended -> amended;
            case Amendment.Impossible impossible -> throw new ProblemException(new Problem.NotFound("person", null));
            case Amendment.Taken taken ->
                throw new ProblemException(new Problem.Refused(new Refusal(
                        Refusal.Kind.CONFLICT,
                        "document-of-another",
                        null,
                        "documentNumber",
                        "该证件属于另一在册人员；若为同一自然人，须先合并两份记录",
                        "the document is that of another record; if both are one natural person, the records have to be"
                                + " merged first")));
        };
    }

    /** Destroys the key to the person's identity and to all texts about them, for good. */
    @PostMapping("/erasure")
    @Needs(Ability.ERASE_IDENTITY)
    ResponseEntity<Entered> eraseIdentity(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person, Submission submission) {
        LocalDate ordered = LocalDate.now(clock);
        return recorder.word(
                person,
                "erase-identity",
                List.of(),
                submission,
                keeping -> erased(person, ordered, submission, keeping));
    }

    private EraseIdentity erased(String person, LocalDate ordered, Submission submission, Keeping keeping) {
        if (keeping.forGood()) {
            identities.erase(person, submission.actor());
        }
        return new EraseIdentity(ordered);
    }
}
