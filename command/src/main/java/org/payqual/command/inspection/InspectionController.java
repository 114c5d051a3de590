package org.payqual.command.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.inspection.InspectionCommand.Correct;
import org.payqual.domain.inspection.InspectionCommand.Open;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens inspections, from which handlings come (TJ-25). */
@RestController
@RequestMapping("/api/v1/inspections")
class InspectionController {

    private final Recorder recorder;

    InspectionController(Recorder recorder) {
        this.recorder = recorder;
    }

    /** An inspection of an institution, opened on a day. */
    record NewInspection(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String id,
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            @PastOrPresent LocalDate opened) {}

    /**
     * What should have been entered of an inspection.
     *
     * @param date on which that is known
     */
    record NewCorrection(
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            @PastOrPresent LocalDate opened,
            @PastOrPresent LocalDate date,
            @FreeText String reason) {}

    @PostMapping
    @Needs(Ability.OPEN_INSPECTION)
    ResponseEntity<Entered> openInspection(@RequestBody @Valid NewInspection body, Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.inspection(body.id()),
                        "open",
                        body,
                        submission,
                        digest -> new Open(body.institution(), body.opened())),
                "/api/v1/inspections/" + body.id());
    }

    /** Puts right what was entered of the inspection; handlings that came from it stay as they are. */
    @PostMapping("/{inspection}/correction")
    @Needs(Ability.OPEN_INSPECTION)
    ResponseEntity<Entered> correctInspection(
            @PathVariable @Pattern(regexp = Codes.ID) String inspection,
            @RequestBody @Valid NewCorrection body,
            Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.inspection(inspection),
                        "correct",
                        body,
                        submission,
                        digest -> new Correct(
                                new Open(body.institution(), body.opened()), body.date(), digest.apply(body.reason()))),
                "/api/v1/inspections/" + inspection);
    }
}
