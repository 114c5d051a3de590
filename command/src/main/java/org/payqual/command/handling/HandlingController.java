package org.payqual.command.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.answer.Codes;
import org.payqual.command.answer.Entered;
import org.payqual.command.answer.FreeText;
import org.payqual.command.answer.NoCitizenNumber;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.handling.HandlingCommand.CorrectEntry;
import org.payqual.domain.handling.HandlingCommand.Decide;
import org.payqual.domain.handling.HandlingCommand.Overturn;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records handlings and their overturning (TJ-24). */
@RestController
@RequestMapping("/api/v1/handlings")
class HandlingController {

    private final Recorder recorder;

    HandlingController(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * A handling made against an institution on a day, after an inspection. The department enters its penalties, the
     * agency its handlings under the agreement (TJ-24); a circular or a sanction is entered by whoever learns of it. A
     * penalty names the articles of the regulation that it applied, a handling under the agreement its manners: what is
     * found later must fit them (TJ-26.1, 27.1, 29.1).
     */
    record NewHandling(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String id,
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String inspection,
            @Pattern(regexp = Codes.INSTITUTION) String institution,
            HandlingKind kind,
            @PastOrPresent LocalDate date,
            @Nullable @Size(max = 30) List<@Min(1) @Max(999) Integer> articles,
            @Nullable @Size(max = 6) List<HandlingManner> manners)
            implements InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return Entering.mayEnter(caller, kind);
        }

        Decide decided(Actor caller) {
            return new Decide(
                    inspection,
                    institution,
                    kind,
                    date,
                    articles == null ? List.of() : articles,
                    manners == null ? List.of() : manners,
                    Entering.madeBy(caller, kind));
        }
    }

    /** The overturning of a handling on a day. */
    record NewOverturning(
            @PastOrPresent LocalDate date,
            @Nullable @FreeText String reason) {}

    /** Why an overturning was a clerk's error, and on which day that is known. */
    record NewCorrection(
            @PastOrPresent LocalDate date, @FreeText String reason) {}

    @PostMapping
    @Needs(Ability.DECIDE_HANDLING)
    ResponseEntity<Entered> decideHandling(@RequestBody @Valid NewHandling body, Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.handling(body.id()),
                        "decide",
                        body,
                        submission,
                        digest -> body.decided(submission.actor())),
                "/api/v1/handlings/" + body.id());
    }

    @PostMapping("/{handling}/overturning")
    @Needs(Ability.OVERTURN_HANDLING)
    ResponseEntity<Entered> overturnHandling(
            @PathVariable @Pattern(regexp = Codes.ID) String handling,
            @RequestBody @Valid NewOverturning body,
            Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.handling(handling),
                        "overturn",
                        body,
                        submission,
                        digest -> new Overturn(
                                body.date(),
                                submission.authority(),
                                body.reason() == null ? null : digest.apply(body.reason()))),
                "/api/v1/handlings/" + handling);
    }

    /**
     * Voids an overturning that was a clerk's error; every score that fell because of it stands again.
     *
     * @param entry its sequence number
     */
    @PostMapping("/{handling}/entries/{entry}/correction")
    @Needs(Ability.OVERTURN_HANDLING)
    ResponseEntity<Entered> correctOverturning(
            @PathVariable @Pattern(regexp = Codes.ID) String handling,
            @PathVariable @Min(0) long entry,
            @RequestBody @Valid NewCorrection body,
            Submission submission) {
        return Entered.created(
                recorder.record(
                        Target.handling(handling),
                        "correct-entry " + entry,
                        body,
                        submission,
                        digest -> new CorrectEntry(
                                entry, body.date(), submission.authority(), digest.apply(body.reason()))),
                "/api/v1/handlings/" + handling);
    }
}
