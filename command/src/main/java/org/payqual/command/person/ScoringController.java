package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Earliest;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.command.port.Statements;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.rulebook.Responsibility;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores people by notices, and takes scores back whose handling was overturned (TJ-24 to 31, 34.4). */
@RestController
@RequestMapping("/api/v1/people/{person}/notices")
class ScoringController {

    private final PersonRecorder recorder;
    private final Clock clock;

    ScoringController(PersonRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** A scoring notice. Who sends points must send the derived ones. */
    record NewNotice(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String notice,
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String handling,
            @Nullable LocalDate starts,
            @Nullable @Min(1) @Max(120) Integer months,

            @Nullable @Size(min = 1, max = Statements.LONGEST)
            String monthsReason,

            boolean institutionHeard,
            @Size(min = 1, max = 100) List<@Valid NewFinding> findings) {

        Score worded(UnaryOperator<String> digest, LocalDate entered) {
            return new Score(
                    notice,
                    handling,
                    entered,
                    starts,
                    months,
                    PersonRecorder.digest(digest, monthsReason),
                    institutionHeard,
                    findings.stream().map(it -> it.claimed(digest)).toList());
        }
    }

    /** One finding of a notice. */
    record NewFinding(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String violation,

            @NoCitizenNumber @Pattern(regexp = Codes.CITATION)
            String circumstance,

            @Nullable Responsibility responsibility,
            @Nullable @Min(0) @Max(100) Integer points,
            @Nullable @Earliest("2000-01-01") LocalDate actedFrom,
            @Earliest("2000-01-01") LocalDate actedTo,
            @Nullable @Min(1) @Max(999) Integer article,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.ID)
            String basis,

            @Nullable @Size(min = 1, max = Statements.LONGEST)
            String reason,

            @Nullable @Min(0) @Max(999_999_999_999L) Long amount,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.CITATION)
            String move) {

        ClaimedFinding claimed(UnaryOperator<String> digest) {
            return new ClaimedFinding(
                    violation,
                    circumstance,
                    responsibility,
                    points,
                    actedFrom,
                    actedTo,
                    article,
                    basis,
                    PersonRecorder.digest(digest, reason),
                    amount,
                    move);
        }
    }

    @PostMapping
    @Needs(Ability.SCORE)
    ResponseEntity<Entered> score(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewNotice body,
            Submission submission) {
        LocalDate entered = LocalDate.now(clock);
        return recorder.word(person, "score", body, submission, digest -> body.worded(digest, entered));
    }

    /** Takes the score back once its handling is overturned; what follows from it falls as well. */
    @PostMapping("/{notice}/revocation")
    @Needs(Ability.SCORE)
    ResponseEntity<Entered> revokeScore(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String notice,
            Submission submission) {
        return recorder.record(person, "revoke " + notice, List.of(), submission, new RevokeOverturned(notice));
    }
}
