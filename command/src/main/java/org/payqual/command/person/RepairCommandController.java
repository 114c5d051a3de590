package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.Needs;
import org.payqual.domain.person.RepairCommand.Grant;
import org.payqual.domain.person.RepairCommand.Refuse;
import org.payqual.domain.person.RepairCommand.Request;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.rulebook.Repair.Path;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Repairs of points: requested through the institution, granted or refused by the agency (TJ-35, 37; CY-15). */
@RestController
@RequestMapping("/api/v1/people/{person}/repairs")
class RepairCommandController {

    private final PersonRecorder recorder;

    RepairCommandController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** A request with what shows it. Who leaves the points out asks for the fewest that the path is worth. */
    record NewRepair(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String repair,
            LocalDate date,
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            Path path,
            @Nullable @Min(1) @Max(100) Integer points,
            boolean approved,
            @Valid Evidence evidence)
            implements AtInstitution {}

    /** What shows that the path was gone: hours and exam of a training, or the activity. */
    record Evidence(
            @Nullable @Min(1) @Max(1000) Integer hours,
            @Nullable @Min(0) @Max(100) Integer examScore,

            @Nullable @NoCitizenNumber @Pattern(regexp = Codes.ID)
            String activity) {

        RepairEvidence shown() {
            return new RepairEvidence(hours, examScore, activity);
        }
    }

    /** A grant. */
    record NewGrant(LocalDate date, boolean rectified, boolean shorten) {}

    /** A refusal. */
    record NewRefusal(LocalDate date, @Nullable @FreeText String reason) {}

    @PostMapping
    @Needs(Ability.REQUEST_REPAIR)
    ResponseEntity<Entered> requestRepair(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewRepair body,
            Submission submission) {
        return recorder.record(
                person,
                "request-repair",
                body,
                submission.enteredFor(body.institution()),
                new Request(
                        body.repair(),
                        body.date(),
                        body.institution(),
                        body.path(),
                        body.points(),
                        body.approved(),
                        body.evidence().shown()));
    }

    @PostMapping("/{repair}/grant")
    @Needs(Ability.DECIDE_REPAIR)
    ResponseEntity<Entered> grantRepair(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String repair,
            @RequestBody @Valid NewGrant body,
            Submission submission) {
        return recorder.record(
                person,
                "grant-repair " + repair,
                body,
                submission,
                new Grant(repair, body.date(), body.rectified(), body.shorten()));
    }

    @PostMapping("/{repair}/refusal")
    @Needs(Ability.DECIDE_REPAIR)
    ResponseEntity<Entered> refuseRepair(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String repair,
            @RequestBody @Valid NewRefusal body,
            Submission submission) {
        return recorder.word(
                person,
                "refuse-repair " + repair,
                body,
                submission,
                digest -> new Refuse(repair, body.date(), PersonRecorder.digest(digest, body.reason())));
    }
}
