package org.payqual.ops.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a handler does not declare, or that come twice: a mistyped date would otherwise be
 * ignored and another day's answer given.
 */
final class ParameterGate implements HandlerInterceptor {

    private final Map<HandlerMethod, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("org.payqual.")) {
            check(request.getParameterMap(), declared.computeIfAbsent(method, ParameterGate::declaredBy));
        }
        return true;
    }

    private static void check(Map<String, String[]> sent, Map<String, Class<?>> declared) {
        sent.forEach((name, values) -> {
            Class<?> type = declared.get(name);
            if (type == null) {
                throw refused(
                        "parameter-unknown",
                        null,
                        "请求有未定义的查询参数。可用参数：" + names(declared) + "。",
                        "The request has a query parameter that is not defined. Defined are: " + names(declared) + ".");
            }
            if (values.length > 1 && !type.isArray() && !Collection.class.isAssignableFrom(type)) {
                throw refused("parameter-repeated", name, "查询参数只能出现一次。", "A query parameter may come only once.");
            }
            for (String value : values) {
                if (value.isBlank() || !value.strip().equals(value) || !StrictText.isText(value)) {
                    throw refused(
                            "parameter-invalid", name, "查询参数为空或含有无效字符。", "A query parameter is empty or not text.");
                }
                if (!StrictParameters.hasFormOf(type, value)) {
                    throw refused(
                            "value-invalid",
                            name,
                            "查询参数的值类型或格式不符合要求。",
                            "A query parameter has the wrong type or form.");
                }
            }
        });
    }

    private static String names(Map<String, Class<?>> parameters) {
        return parameters.isEmpty()
                ? "–"
                : String.join(", ", parameters.keySet().stream().sorted().toList());
    }

    /** Lists the parameters of a handler by name, each with its type. */
    private static Map<String, Class<?>> declaredBy(HandlerMethod handler) {
        Map<String, Class<?>> types = new HashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null) {
                String name = single.name().isEmpty()
                        ? String.valueOf(parameter.getParameter().getName())
                        : single.name();
                types.put(name, parameter.getParameterType());
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)
                    && parameter.getParameterType().isRecord()) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    types.put(component.getName(), component.getType());
                }
            }
        }
        return types;
    }

    private static ProblemException refused(String code, @Nullable String name, String zh, String en) {
        return new ProblemException(new Problem.Malformed(code, name, zh, en));
    }
}
