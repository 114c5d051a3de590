package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.payqual.command.Submission;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.person.PersonCommand.CorrectEntry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Corrects clerks' errors: voids an entry, of whatever kind; what is right is entered anew as ever. */
@RestController
class CorrectionController {

    private final PersonRecorder recorder;

    CorrectionController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** Why an entry is void, from which day it is known to be. */
    record NewCorrection(LocalDate date, @FreeText String reason) {}

    /**
     * Voids the entry with a sequence number, as the history shows it.
     *
     * @param entry from 0
     */
    @PostMapping("/api/v1/people/{person}/entries/{entry}/correction")
    @Needs(Ability.CORRECT_ENTRY)
    ResponseEntity<Entered> correctEntry(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Min(0) long entry,
            @RequestBody @Valid NewCorrection body,
            Submission submission) {
        return recorder.word(
                person,
                "correct-entry " + entry,
                body,
                submission,
                keeping -> new CorrectEntry(entry, body.date(), keeping.apply(body.reason())));
    }
}
