package org.payqual.ops.problem;

import static org.payqual.ops.problem.ProblemKind.MALFORMED;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Says which fields or parameters do not keep to their declared form, and what the form is. */
final class BodyFaults {

    private BodyFaults() {}

    /** Answers a body with fields that do not keep to their form. */
    static ProblemAnswer of(MethodArgumentNotValidException fault) {
        return answer(fault.getBindingResult().getAllErrors().stream()
                .map(BodyFaults::fault)
                .sorted(java.util.Comparator.comparing(ProblemAnswer.Fault::field))
                .toList());
    }

    /** Answers parameters that do not keep to their form. */
    static ProblemAnswer of(HandlerMethodValidationException fault) {
        return answer(fault.getParameterValidationResults().stream()
                .flatMap(it -> it.getResolvableErrors().stream()
                        .map(error -> fault(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(it.getMethodParameter().getParameterName()),
                                error,
                                it.unwrap(error, ConstraintViolation.class))))
                .toList());
    }

    private static ProblemAnswer answer(List<ProblemAnswer.Fault> faults) {
        if (faults.isEmpty()) {
            return ProblemAnswer.of(MALFORMED, "field-invalid", "请求不符合规定的格式。", "The request has the wrong form.");
        }
        ProblemAnswer.Fault first = faults.getFirst();
        ProblemAnswer answer = ProblemAnswer.of(MALFORMED, "field-invalid", first.detail(), first.detailEn())
                .at(first.field());
        return faults.size() > 1 ? answer.listing(faults) : answer;
    }

    private static ProblemAnswer.Fault fault(ObjectError error) {
        String field = error instanceof FieldError it ? it.getField() : error.getObjectName();
        return fault(field, error, error.unwrap(ConstraintViolation.class));
    }

    /** Words a fault from the constraint alone, never from the value or from a message that may contain it. */
    private static ProblemAnswer.Fault fault(
            String field, MessageSourceResolvable ignored, ConstraintViolation<?> violation) {
        Map<String, Object> rule = violation.getConstraintDescriptor().getAttributes();
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (name) {
            case "NotNull" -> new ProblemAnswer.Fault(field, "缺少必填字段。", "A required field is missing.");
            case "NotBlank", "NotEmpty" -> new ProblemAnswer.Fault(field, "不能为空。", "It must not be empty.");
            case "Size" ->
                new ProblemAnswer.Fault(
                        field,
                        "长度或个数应在 " + rule.get("min") + " 至 " + rule.get("max") + " 之间。",
                        "Its length must be from " + rule.get("min") + " to " + rule.get("max") + ".");
            case "Pattern" ->
                new ProblemAnswer.Fault(
                        field, "格式应为 " + rule.get("regexp") + "。", "It must have the form " + rule.get("regexp") + ".");
            case "Min", "DecimalMin" ->
                new ProblemAnswer.Fault(
                        field,
                        "不能小于 " + rule.get("value") + "。",
                        "It must not be less than " + rule.get("value") + ".");
            case "Max", "DecimalMax" ->
                new ProblemAnswer.Fault(
                        field,
                        "不能大于 " + rule.get("value") + "。",
                        "It must not be more than " + rule.get("value") + ".");
            case "NoCitizenNumber" ->
                new ProblemAnswer.Fault(field, "不得填写公民身份号码。", "It must not hold a citizen's identity number.");
            case "FreeText" -> new ProblemAnswer.Fault(field, "不能只有空白。", "It must hold more than white space.");
            case "PastOrPresent" ->
                new ProblemAnswer.Fault(field, "日期不得晚于录入当日。", "It must not be later than the day of entry.");
            case "Positive" -> new ProblemAnswer.Fault(field, "应为正数。", "It must be positive.");
            case "PositiveOrZero" -> new ProblemAnswer.Fault(field, "不能为负数。", "It must not be negative.");
            default -> new ProblemAnswer.Fault(field, "不符合规定的格式。", "It has the wrong form.");
        };
    }
}
