package org.payqual.ops.problem;

import static org.payqual.ops.problem.ProblemKind.MALFORMED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of which type or form a field or parameter must be. */
final class WrongValue {

    private WrongValue() {}

    /** Answers a value that is not of the type wanted; the type is null where it is not known. */
    static ProblemAnswer of(@Nullable Class<?> wanted) {
        if (wanted == LocalDate.class) {
            return ProblemAnswer.of(
                    MALFORMED,
                    "date-invalid",
                    "日期应为 YYYY-MM-DD 格式的实际日期，且在允许的范围内（一般为 2024-01-01 至 2100-12-31）。",
                    "A date must be a real one, written YYYY-MM-DD, within the range accepted (as a rule 2024-01-01 to"
                            + " 2100-12-31).");
        }
        if (wanted != null && wanted.isEnum()) {
            String names = Arrays.stream(wanted.getEnumConstants())
                    .map(it -> ((Enum<?>) it).name())
                    .collect(Collectors.joining(", "));
            return ProblemAnswer.of(
                    MALFORMED, "value-unknown", "取值应为下列之一：" + names + "。", "The value must be one of " + names + ".");
        }
        return ProblemAnswer.of(
                MALFORMED,
                "value-invalid",
                "字段的值类型或格式不符合要求" + (wanted == null ? "" : "，应为" + zh(wanted)) + "。",
                "The value has the wrong type or form" + (wanted == null ? "" : ": wanted is " + en(wanted)) + ".");
    }

    private static String zh(Class<?> wanted) {
        if (wanted == String.class) {
            return "文本";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return " true 或 false";
        }
        return isNumber(wanted) ? "数字" : Iterable.class.isAssignableFrom(wanted) ? "数组" : "对象";
    }

    private static String en(Class<?> wanted) {
        if (wanted == String.class) {
            return "text";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        return isNumber(wanted) ? "a number" : Iterable.class.isAssignableFrom(wanted) ? "a list" : "an object";
    }

    private static boolean isNumber(Class<?> wanted) {
        return Number.class.isAssignableFrom(wanted) || (wanted.isPrimitive() && wanted != boolean.class);
    }
}
