package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.PersonCommand.Interview;
import org.payqual.domain.person.PersonCommand.Remind;
import org.payqual.domain.person.PersonCommand.ServeNotice;
import org.payqual.domain.person.Talker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done after a notice: its service, the reminder talk, the interview (TJ-31.1, 34.1; CY-9). */
@RestController
@RequestMapping("/api/v1/people/{person}/notices/{notice}")
class FollowingController {

    private final PersonRecorder recorder;

    FollowingController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** The service of the notice on one party. */
    record NewService(
            Party to, LocalDate received, @Nullable LocalDate appealBy) {}

    /** A reminder talk. */
    record NewReminder(Talker by, LocalDate date) implements InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return caller.role() == Role.AGENCY || by == Talker.INSTITUTION;
        }
    }

    /** An interview. */
    record NewInterview(LocalDate date) {}

    @PostMapping("/services")
    @Needs(Ability.SERVE_NOTICE)
    ResponseEntity<Entered> serveNotice(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @NoCitizenNumber @Pattern(regexp = Codes.ID) String notice,
            @RequestBody @Valid NewService body,
            Submission submission) {
        return recorder.record(
                person,
                "serve " + notice,
                body,
                submission,
                new ServeNotice(notice, body.to(), body.received(), body.appealBy()));
    }

    @PostMapping("/reminders")
    @Needs(Ability.REMIND)
    ResponseEntity<Entered> remind(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @NoCitizenNumber @Pattern(regexp = Codes.ID) String notice,
            @RequestBody @Valid NewReminder body,
            Submission submission) {
        return recorder.record(
                person, "remind " + notice, body, submission, new Remind(notice, body.by(), body.date()));
    }

    @PostMapping("/interviews")
    @Needs(Ability.INTERVIEW)
    ResponseEntity<Entered> interview(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @NoCitizenNumber @Pattern(regexp = Codes.ID) String notice,
            @RequestBody @Valid NewInterview body,
            Submission submission) {
        return recorder.record(person, "interview " + notice, body, submission, new Interview(notice, body.date()));
    }
}
