package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Statements;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.person.PersonCommand.Merge;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Merges two records of one person. */
@RestController
class MergerController {

    private final PersonRecorder recorder;

    MergerController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** Into which record, and why both are known to be one person's. */
    record NewMerger(
            @Pattern(regexp = PersonRecorder.ID) String into,
            LocalDate date,
            @Size(min = 1, max = Statements.LONGEST) String reason) {}

    /** Closes a record and has another of the same person take over what it holds. */
    @PostMapping("/api/v1/people/{person}/merger")
    @Needs(Ability.MERGE_RECORDS)
    ResponseEntity<Entered> mergeRecords(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewMerger body,
            Submission submission) {
        return recorder.word(
                Target.merging(person, body.into()),
                "merge",
                body,
                submission,
                keeping -> new Merge(person, body.into(), body.date(), keeping.apply(body.reason())));
    }
}
