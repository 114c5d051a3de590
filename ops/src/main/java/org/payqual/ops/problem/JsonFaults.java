package org.payqual.ops.problem;

import static org.payqual.ops.problem.ProblemKind.MALFORMED;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body of JSON: where, and what would be right, but nothing of what it says. */
final class JsonFaults {

    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    private JsonFaults() {}

    /** Answers a body that cannot be read. */
    static ProblemAnswer of(JacksonException fault) {
        String field = path(fault.getPath());
        ProblemAnswer answer = switch (fault) {
            case UnrecognizedPropertyException ignored ->
                ProblemAnswer.of(
                        MALFORMED, "field-unknown", "请求中有未定义的字段。", "The body has a field that is not defined.");
            case InvalidNullException ignored ->
                ProblemAnswer.of(MALFORMED, "field-missing", "缺少必填字段。", "A required field is missing.");
            case InvalidFormatException it -> WrongValue.of(it.getTargetType());
            case InputCoercionException it -> WrongValue.of(it.getTargetType());
            case StreamConstraintsException ignored ->
                ProblemAnswer.of(
                        MALFORMED,
                        "json-excessive",
                        "JSON 嵌套过深，或其中的文本、数字过长。",
                        "The JSON nests too deeply, or a text or number in it is too long.");
            case StreamReadException ignored ->
                ProblemAnswer.of(
                        MALFORMED,
                        "json-malformed",
                        "请求内容不是有效的 JSON，或同一字段出现两次。",
                        "The body is not well-formed JSON, or has a field twice.");
            case MismatchedInputException it -> WrongValue.of(it.getTargetType());
            default -> WrongValue.of(null);
        };
        return placed(answer.at(field), fault);
    }

    private static ProblemAnswer placed(ProblemAnswer answer, JacksonException fault) {
        return fault.getLocation() == null || fault.getLocation().getLineNr() < 1
                ? answer
                : answer.atPlace(
                        fault.getLocation().getLineNr(),
                        Math.max(1, fault.getLocation().getColumnNr()));
    }

    /**
     * Names the field at fault, outermost first. A name that only the caller knows is told as long as it looks like the
     * name of a field: it could be anything.
     */
    private static @Nullable String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference it : references) {
            String name = it.getPropertyName();
            if (name == null) {
                path.append('[').append(it.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(HARMLESS_NAME.matcher(name).matches() ? name : "?");
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
