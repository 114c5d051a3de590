package org.payqual.command.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.AppealCommand.Decide;
import org.payqual.domain.person.AppealCommand.Escalate;
import org.payqual.domain.person.AppealCommand.Explain;
import org.payqual.domain.person.AppealCommand.File;
import org.payqual.domain.person.AppealCommand.ReviewByExperts;
import org.payqual.domain.person.AppealCommand.Withdraw;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appeals against notices from filing to decision (TJ-34; CY-10, 11). */
@RestController
@RequestMapping("/api/v1/people/{person}/appeals")
class AppealCommandController {

    private final PersonRecorder recorder;

    AppealCommandController(PersonRecorder recorder) {
        this.recorder = recorder;
    }

    /** An appeal of one party, whose paper the agency has, or which the party hands in itself. */
    record NewAppeal(
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String appeal,
            @NoCitizenNumber @Pattern(regexp = Codes.ID) String notice,
            Party by,
            LocalDate date,
            AppealGround ground,
            boolean signed,
            boolean sealed,
            @Nullable @FreeText String statement)
            implements InOwnName {

        @Override
        public boolean maySay(Actor caller) {
            return caller.role() == Role.AGENCY || by == party(caller);
        }

        File worded(UnaryOperator<String> digest, Actor caller) {
            return new File(
                    appeal,
                    notice,
                    by,
                    date,
                    ground,
                    signed,
                    sealed,
                    PersonRecorder.digest(digest, statement),
                    institution(caller));
        }
    }

    /** The explanation of the score. */
    record NewExplanation(
            LocalDate date, @Nullable @FreeText String explanation) {}

    /** That the dispute continued and the appeal went on. */
    record NewEscalation(LocalDate date) {}

    /** What experts found. */
    record NewExpertReview(
            LocalDate date, @Nullable @FreeText String opinion) {}

    /** A decision; the findings are those that an adjusted notice has instead. */
    record NewDecision(
            LocalDate date,
            AppealOutcome outcome,
            @Nullable AppealGround ground,
            @Nullable @FreeText String reason,

            @Nullable @Size(min = 1, max = 100) List<@Valid NewFinding> findings) {

        Decide worded(String appeal, UnaryOperator<String> digest, Submission by) {
            return new Decide(
                    appeal,
                    date,
                    outcome,
                    by.authority(),
                    by.actor().organisation(),
                    ground,
                    PersonRecorder.digest(digest, reason),
                    findings == null
                            ? List.of()
                            : findings.stream().map(it -> it.claimed(digest)).toList());
        }
    }

    /** That the party withdrew its appeal. */
    record NewWithdrawal(LocalDate date) {}

    @PostMapping
    @Needs(Ability.FILE_APPEAL)
    ResponseEntity<Entered> fileAppeal(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @RequestBody @Valid NewAppeal body,
            Submission submission) {
        return recorder.word(
                person,
                "file-appeal",
                body,
                submission.enteredFor(body.by() == Party.PERSON ? person : null),
                digest -> body.worded(digest, submission.actor()));
    }

    @PostMapping("/{appeal}/explanation")
    @Needs(Ability.EXPLAIN_SCORE)
    ResponseEntity<Entered> explainScore(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String appeal,
            @RequestBody @Valid NewExplanation body,
            Submission submission) {
        return recorder.word(
                person,
                "explain-score " + appeal,
                body,
                submission,
                digest -> new Explain(appeal, body.date(), PersonRecorder.digest(digest, body.explanation())));
    }

    @PostMapping("/{appeal}/escalation")
    @Needs(Ability.ESCALATE_APPEAL)
    ResponseEntity<Entered> escalateAppeal(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String appeal,
            @RequestBody @Valid NewEscalation body,
            Submission submission) {
        return recorder.record(
                person, "escalate-appeal " + appeal, body, submission, new Escalate(appeal, body.date()));
    }

    /** Records an expert review as whoever the caller is: the agency or the department. */
    @PostMapping("/{appeal}/expert-reviews")
    @Needs(Ability.REVIEW_APPEAL)
    ResponseEntity<Entered> reviewAppeal(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String appeal,
            @RequestBody @Valid NewExpertReview body,
            Submission submission) {
        return recorder.word(
                person,
                "review-appeal " + appeal,
                body,
                submission,
                digest -> new ReviewByExperts(
                        appeal,
                        body.date(),
                        submission.authority(),
                        submission.actor().organisation(),
                        PersonRecorder.digest(digest, body.opinion())));
    }

    /** Decides as whoever the caller is: the agency or the department. */
    @PostMapping("/{appeal}/decision")
    @Needs(Ability.DECIDE_APPEAL)
    ResponseEntity<Entered> decideAppeal(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String appeal,
            @RequestBody @Valid NewDecision body,
            Submission submission) {
        return recorder.word(
                person, "decide-appeal " + appeal, body, submission, digest -> body.worded(appeal, digest, submission));
    }

    @PostMapping("/{appeal}/withdrawal")
    @Needs(Ability.WITHDRAW_APPEAL)
    ResponseEntity<Entered> withdrawAppeal(
            @PathVariable @Pattern(regexp = PersonRecorder.ID) String person,
            @PathVariable @Pattern(regexp = Codes.ID) String appeal,
            @RequestBody @Valid NewWithdrawal body,
            Submission submission) {
        Actor caller = submission.actor();
        return recorder.record(
                person,
                "withdraw-appeal " + appeal,
                body,
                submission,
                new Withdraw(appeal, body.date(), party(caller), institution(caller)));
    }

    /** The party for which a caller speaks; null for those who keep the papers of both. */
    private static @Nullable Party party(Actor caller) {
        return switch (caller.role()) {
            case PERSON -> Party.PERSON;
            case INSTITUTION -> Party.INSTITUTION;
            default -> null;
        };
    }

    private static @Nullable String institution(Actor caller) {
        return caller.role() == Role.INSTITUTION ? caller.organisation() : null;
    }
}
