package org.payqual.query.settlement;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.payqual.domain.access.Reading;
import org.payqual.domain.file.Text;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.knowledge.Today;
import org.payqual.query.person.Asked;
import org.payqual.query.settlement.index.Checked;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.SettlementIndex.Answered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether one service is payable (TJ-21): from the index, or as of an earlier state from the log. */
@RestController
@Tag(name = "settlement")
class SettlementController {

    private static final int STOPPED_RETRY_SECONDS = 3600;

    private final LineChecks checks;
    private final PastChecks past;
    private final Knowledge knowledge;
    private final Today today;
    private final Permits permits;
    private final AccessRecord record;

    SettlementController(
            LineChecks checks,
            PastChecks past,
            Knowledge knowledge,
            Today today,
            Permits permits,
            AccessRecord record) {
        this.checks = checks;
        this.past = past;
        this.knowledge = knowledge;
        this.today = today;
        this.permits = permits;
        this.record = record;
    }

    @GetMapping("/api/v1/settlement/check")
    @Needs(value = Ability.READ_STANDING, permitsInside = true)
    SettlementAnswer checkSettlement(
            @Parameter(description = "医保相关人员代码，或人员标识 / the person's national code, or id", example = "D120101000001")
                    @RequestParam
                    String person,
            @Parameter(description = "发生服务的机构 / where the service was given", example = "H12010100001") @RequestParam
                    String institution,
            @Parameter(description = "服务之日，默认今天（上海） / the day of the service, today by default", example = "2025-06-20")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate validAt,
            @Parameter(description = "急诊、抢救，或其他特殊情形 / an emergency or rescue, or another special case")
                    @RequestParam(defaultValue = "NONE")
                    ExceptionClaimed exception,
            @Parameter(description = "经办机构理由的编号，用于其他特殊情形 / under which the agency keeps its reason")
                    @RequestParam(required = false)
                    @Nullable
                    String reason,
            @Parameter(description = Asked.AS_OF, example = "42") @RequestParam(required = false) @Nullable String asOf,
            Actor actor) {
        checkReason(exception, reason);
        Question question = new Question(person, institution, today.or(validAt), exception.with(reason));
        KnownAt reflects;
        Checked checked;
        if (asOf == null) {
            Answered answered = checks.check(List.of(question));
            reflects = answered.reflects();
            checked = answered.answers().getFirst();
        } else {
            reflects = knowledge.asOf(asOf);
            checked = past.check(question, reflects.position());
        }
        return answer(question, exception, reason, reflects, checked, actor);
    }

    private SettlementAnswer answer(
            Question question,
            ExceptionClaimed exception,
            @Nullable String reason,
            KnownAt reflects,
            Checked checked,
            Actor actor) {
        return switch (checked) {
            case Checked.Settled it -> {
                disclose(it.person(), question, reflects, actor, Reading.Outcome.ANSWERED);
                yield SettlementAnswer.of(question, exception, reason, reflects, it);
            }
            // Whoever may ask about some people only does not learn from the answer who exists.
            case Checked.PersonUnknown ignored -> {
                permits.forPeople(Ability.READ_STANDING, List.of(question.person()));
                throw unknown(SettlementFields.PERSON);
            }
            case Checked.CodeShared ignored -> {
                permits.forPeople(Ability.READ_STANDING, List.of(question.person()));
                LineProblem problem = LineProblem.CODE_SHARED;
                throw conflict(problem.code(), SettlementFields.PERSON, new Text(problem.detail(), problem.detailEn()));
            }
            case Checked.InstitutionUnknown it -> {
                disclose(it.person(), question, reflects, actor, Reading.Outcome.UNANSWERED);
                throw unknown(SettlementFields.INSTITUTION);
            }
            case Checked.NoRulebook it -> {
                disclose(it.person(), question, reflects, actor, Reading.Outcome.UNANSWERED);
                throw conflict("no-rulebook", SettlementFields.VALID_AT, it.needed());
            }
            case Checked.HistoryStopped it -> {
                disclose(it.person(), question, reflects, actor, Reading.Outcome.UNANSWERED);
                LineProblem problem = LineProblem.STOPPED;
                throw new ProblemException(new Problem.NotYet(
                        problem.code(), STOPPED_RETRY_SECONDS, problem.detail(), problem.detailEn()));
            }
        };
    }

    /** Lets on that there is such a person to whoever may know, and only on record; as of many lines at once. */
    private void disclose(UUID person, Question question, KnownAt reflects, Actor actor, Reading.Outcome outcome) {
        List<String> people = List.of(person.toString());
        permits.forPeople(Ability.READ_STANDING, people);
        record.write(new Reading(actor, Ability.READ_STANDING, people, question.day(), reflects.position(), outcome));
    }

    private static void checkReason(ExceptionClaimed exception, @Nullable String reason) {
        if (reason == null) {
            return;
        }
        if (!reason.matches(SettlementLine.REASON) || CitizenNumber.standsIn(reason)) {
            throw malformed(LineProblem.invalid(SettlementFields.REASON));
        }
        if (exception != ExceptionClaimed.OTHER) {
            throw malformed(LineProblem.reasonAlone());
        }
    }

    private static ProblemException malformed(LineProblem problem) {
        return new ProblemException(
                new Problem.Malformed(problem.code(), problem.field(), problem.detail(), problem.detailEn()));
    }

    private static ProblemException unknown(String what) {
        return new ProblemException(new Problem.NotFound(what, what));
    }

    private static ProblemException conflict(String code, String field, Text reason) {
        return new ProblemException(
                new Problem.Refused(new Refusal(Refusal.Kind.CONFLICT, code, null, field, reason.zh(), reason.en())));
    }
}
