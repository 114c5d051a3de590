package org.payqual.query.settlement;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Problem;

/**
 * Why one line has no answer, in the words of the answers that say no. It never repeats what was sent.
 *
 * @param code a stable word for programs
 * @param field the field at fault, where one is
 * @param detail what is wrong, in Chinese
 * @param detailEn the same in English
 */
public record LineProblem(String code, @Nullable String field, String detail, String detailEn) {

    static final LineProblem MALFORMED =
            new LineProblem("json-malformed", null, "该行不是有效的 JSON 对象。", "The line is not a well-formed JSON object.");
    static final LineProblem TOO_LONG = new LineProblem("line-too-long", null, "该行过长。", "The line is too long.");
    static final LineProblem UNKNOWN_FIELD =
            new LineProblem("field-unknown", null, "该行有未定义的字段。", "The line has a field that is not defined.");
    static final LineProblem CODE_SHARED = new LineProblem(
            "person-ambiguous",
            SettlementFields.PERSON,
            "该代码登记于多名人员，请改用人员标识。",
            "Several people are registered under that code; name the person by id.");
    static final LineProblem STOPPED = new LineProblem(
            "history-stopped",
            null,
            "相关记录无法接续，须由运维人员处理。",
            "The records concerned cannot be followed and need the operator.");

    static final LineProblem STORE_AWAY =
            new LineProblem("store-away", null, "数据库暂时无法访问，请稍后重试。", "The store is away, try again later.");

    static LineProblem missing(String field) {
        return new LineProblem("field-missing", field, "缺少必填字段。", "A required field is missing.");
    }

    static LineProblem repeated(String field) {
        return new LineProblem("field-repeated", field, "字段重复。", "A field comes twice.");
    }

    static LineProblem invalid(String field) {
        return new LineProblem("value-invalid", field, "字段的值类型或格式不符合要求。", "The value has the wrong type or form.");
    }

    static LineProblem notADate() {
        return new LineProblem(
                "date-invalid",
                SettlementFields.VALID_AT,
                "日期应为 YYYY-MM-DD 格式的实际日期，且在 2024-01-01 至 2100-12-31 之间。",
                "A date must be a real one, written YYYY-MM-DD, from 2024-01-01 to 2100-12-31.");
    }

    static LineProblem notAnException() {
        return new LineProblem(
                "value-unknown",
                SettlementFields.EXCEPTION,
                "取值应为下列之一：NONE, EMERGENCY, OTHER。",
                "The value must be one of NONE, EMERGENCY, OTHER.");
    }

    static LineProblem reasonAlone() {
        return new LineProblem(
                "reason-unasked",
                SettlementFields.REASON,
                "理由编号仅用于其他特殊情形（OTHER）。",
                "A reason goes with another special case (OTHER) only.");
    }

    static LineProblem noRulebook(Text needed) {
        return new LineProblem("no-rulebook", SettlementFields.VALID_AT, needed.zh(), needed.en());
    }

    /** Says of a line, or of the rest of a stream, that it is not answered now. */
    static LineProblem of(Problem.NotYet problem) {
        return new LineProblem(problem.code(), null, problem.zh(), problem.en());
    }
}
