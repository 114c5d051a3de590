package org.payqual.ops.access;

import java.lang.reflect.Type;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks bodies that are {@link AtInstitution} as soon as they are read, before the handler sees them. */
@ControllerAdvice
final class InstitutionBodyGate extends RequestBodyAdviceAdapter {

    private final Permits permits;

    InstitutionBodyGate(Permits permits) {
        this.permits = permits;
    }

    /** Tells whether a parameter of a handler is a body that is checked here. */
    static boolean isChecked(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                && AtInstitution.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return isChecked(parameter);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        Needs needs = parameter.getMethodAnnotation(Needs.class);
        if (needs != null && body instanceof AtInstitution it) {
            permits.atInstitution(needs.value(), it.institution());
        }
        return body;
    }
}
