package org.payqual.ops.access;

import java.lang.reflect.Type;
import org.payqual.domain.access.AtInstitution;
import org.payqual.domain.access.InOwnName;
import org.payqual.domain.access.Needs;
import org.payqual.domain.access.Permits;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Checks bodies that are {@link AtInstitution} or {@link InOwnName} once they are read, before the handler sees them.
 */
@ControllerAdvice
final class OwnBodyGate extends RequestBodyAdviceAdapter {

    private final Permits permits;

    OwnBodyGate(Permits permits) {
        this.permits = permits;
    }

    /** Tells whether a parameter of a handler is a body that says at which institution. */
    static boolean showsInstitution(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                && AtInstitution.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return showsInstitution(parameter) || InOwnName.class.isAssignableFrom(parameter.getParameterType());
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
        if (body instanceof InOwnName it && !it.maySay(CallerPermits.caller().actor())) {
            throw CallerPermits.refused("not-in-your-name", "不能以他人名义办理。", "This speaks for someone else.");
        }
        return body;
    }
}
