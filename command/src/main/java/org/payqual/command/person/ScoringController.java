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
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.person.PersonCommand.Score;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores people by notices (TJ-24 to 31). */
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
            @Nullable @Min(0) @Max(120) Integer months,

            @Nullable @FreeText String monthsReason,

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

    @PostMapping
    @Needs(Ability.SCORE)
    ResponseEntity<Entered> score(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewNotice body,
            Submission submission) {
        LocalDate entered = LocalDate.now(clock);
        return recorder.word(person, "score", body, submission, digest -> body.worded(digest, entered));
    }
}
