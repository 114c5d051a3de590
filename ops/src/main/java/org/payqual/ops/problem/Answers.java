package org.payqual.ops.problem;

import static org.payqual.ops.problem.ProblemKind.CONFLICT;
import static org.payqual.ops.problem.ProblemKind.FORBIDDEN;
import static org.payqual.ops.problem.ProblemKind.MALFORMED;
import static org.payqual.ops.problem.ProblemKind.NOT_FOUND;
import static org.payqual.ops.problem.ProblemKind.NOT_NOW;
import static org.payqual.ops.problem.ProblemKind.REFUSED;

import java.util.Map;
import org.payqual.domain.file.Fault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.Refusal;

/** Turns each {@link Problem} into its answer. */
final class Answers {

    private static final Map<String, String> KINDS_OF_THING = Map.of(
            "person", "人员",
            "text", "文字记载",
            "name", "名称",
            "institution", "定点医药机构",
            "inspection", "监督检查",
            "handling", "处理决定",
            "notice", "记分处理通知书",
            "rulebook", "实施细则",
            "calendar", "工作日历",
            "position", "位置");

    private Answers() {}

    /** Gives the answer to a problem. */
    static ProblemAnswer to(Problem problem) {
        return switch (problem) {
            case Problem.Malformed it ->
                ProblemAnswer.of(MALFORMED, it.code(), it.zh(), it.en()).at(it.field());
            case Problem.FaultyFile it ->
                ProblemAnswer.of(
                                MALFORMED,
                                "file-faulty",
                                "文件有 " + it.faults().size() + " 处错误，详见 faults。",
                                "The file has " + it.faults().size() + " faults, listed in faults.")
                        .listing(it.faults().stream().map(Answers::inFile).toList());
            case Problem.Refused it -> to(it.refusal());
            case Problem.Forbidden it -> ProblemAnswer.of(FORBIDDEN, it.code(), it.zh(), it.en());
            case Problem.NotFound it ->
                ProblemAnswer.of(
                                NOT_FOUND,
                                "unknown-" + it.what(),
                                "账本中没有该" + KINDS_OF_THING.getOrDefault(it.what(), "记录") + "。",
                                "The ledger knows no such " + it.what() + ".")
                        .at(it.field());
            case Problem.StaleVersion it ->
                ProblemAnswer.of(
                                CONFLICT,
                                "stale-version",
                                "If-Match 所示版本 " + it.expected() + " 已不是当前版本。请重新读取后再办理。",
                                "Version " + it.expected()
                                        + " in If-Match is not the current one. Read again, then decide again.")
                        .at("If-Match")
                        .withCurrentVersion(it.actual());
            case Problem.KeyReused ignored ->
                ProblemAnswer.of(
                                CONFLICT,
                                "key-reused",
                                "该幂等键已用于另一内容的请求。新请求请使用新的键。",
                                "This idempotency key was used for a request with other content. Use a new key.")
                        .at("Idempotency-Key");
            case Problem.OutcomeUnknown ignored ->
                ProblemAnswer.of(
                        NOT_NOW,
                        "outcome-unknown",
                        "尚不清楚是否已经记录。请使用同一幂等键重复同一请求，结果只会记录一次。",
                        "It is not known yet whether this was recorded. Repeat the same request with the same key: it is"
                                + " recorded once.");
            case Problem.NotYet it -> ProblemAnswer.of(NOT_NOW, it.code(), it.zh(), it.en());
        };
    }

    private static Map<String, Object> inFile(Fault fault) {
        return Map.of(
                "line", fault.line(),
                "column", fault.column(),
                "field", fault.path(),
                "detail", fault.message().zh(),
                "detailEn", fault.message().en());
    }

    /** Tells after how many seconds a problem may have passed, or 0 where waiting does not help. */
    static int retryAfter(Problem problem) {
        return switch (problem) {
            case Problem.OutcomeUnknown it -> Math.max(1, it.retryAfter());
            case Problem.NotYet it -> Math.max(1, it.retryAfter());
            case Problem.Malformed ignored -> 0;
            case Problem.FaultyFile ignored -> 0;
            case Problem.Refused ignored -> 0;
            case Problem.Forbidden ignored -> 0;
            case Problem.NotFound ignored -> 0;
            case Problem.StaleVersion ignored -> 0;
            case Problem.KeyReused ignored -> 0;
        };
    }

    private static ProblemAnswer to(Refusal refusal) {
        ProblemKind kind = switch (refusal.kind()) {
            case UNLAWFUL -> REFUSED;
            case UNKNOWN -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
        };
        return ProblemAnswer.of(kind, refusal.code(), refusal.zh(), refusal.en())
                .at(refusal.field())
                .citing(refusal.provision() == null ? null : refusal.provision().citation());
    }
}
