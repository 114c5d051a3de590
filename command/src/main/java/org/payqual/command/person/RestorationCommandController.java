package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.PersonCommand.Train;
import org.payqual.domain.person.RestorationCommand.Decide;
import org.payqual.domain.person.RestorationCommand.PreReview;
import org.payqual.domain.person.RestorationCommand.Request;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Restorations after suspensions and terminations, and the training they may need (TJ-36; CY-9, 13, 14). */
@RestController
@RequestMapping("/api/v1/people/{person}")
class RestorationCommandController {

    private final PersonRecorder recorder;

    RestorationCommandController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** A request through the institution where the person is or will be registered. */
    record NewRestoration(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String restoration,
            LocalDate date,
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            boolean approved)
            implements AtInstitution {}

    /** A request of a person without an institution. */
    record NewDirectRestoration(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String restoration, LocalDate date) {}

    /** The district's review. */
    record NewPreReview(
            LocalDate date,
            boolean passed,
            @Nullable @FreeText String reason) {}

    /** The decision. */
    record NewOutcome(
            LocalDate date,
            boolean granted,
            @Nullable @FreeText String reason) {}

    /** A training that an institution held, or the agency where none is named. */
    record NewTraining(
            LocalDate date,
            @Nullable @Pattern(regexp = Codes.INSTITUTION) String institution) implements InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return caller.role() == Role.AGENCY || Objects.equals(institution, caller.organisation());
        }
    }

    @PostMapping("/restorations")
    @Needs(Ability.REQUEST_RESTORATION)
    ResponseEntity<Entered> requestRestoration(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewRestoration body,
            Submission submission) {
        return recorder.record(
                person,
                "request-restoration",
                body,
                submission.enteredFor(body.institution()),
                new Request(body.restoration(), body.date(), body.institution(), body.approved()));
    }

    @PostMapping("/direct-restorations")
    @Needs(Ability.REQUEST_RESTORATION_DIRECTLY)
    ResponseEntity<Entered> requestRestorationDirectly(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewDirectRestoration body,
            Submission submission) {
        return recorder.record(
                person,
                "request-restoration-directly",
                body,
                submission.enteredFor(person),
                new Request(body.restoration(), body.date(), null, false));
    }

    @PostMapping("/restorations/{restoration}/pre-review")
    @Needs(Ability.PRE_REVIEW_RESTORATION)
    ResponseEntity<Entered> preReviewRestoration(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String restoration,
            @RequestBody @Valid NewPreReview body,
            Submission submission) {
        return recorder.word(
                person,
                "pre-review-restoration " + restoration,
                body,
                submission,
                digest -> new PreReview(
                        restoration, body.date(), body.passed(), PersonRecorder.digest(digest, body.reason())));
    }

    @PostMapping("/restorations/{restoration}/decision")
    @Needs(Ability.DECIDE_RESTORATION)
    ResponseEntity<Entered> decideRestoration(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String restoration,
            @RequestBody @Valid NewOutcome body,
            Submission submission) {
        return recorder.word(
                person,
                "decide-restoration " + restoration,
                body,
                submission,
                digest -> new Decide(
                        restoration, body.date(), body.granted(), PersonRecorder.digest(digest, body.reason())));
    }

    @PostMapping("/trainings")
    @Needs(Ability.RECORD_TRAINING)
    ResponseEntity<Entered> recordTraining(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewTraining body,
            Submission submission) {
        return recorder.record(
                person,
                "record-training",
                body,
                submission.enteredFor(body.institution()),
                new Train(body.date(), body.institution()));
    }
}
