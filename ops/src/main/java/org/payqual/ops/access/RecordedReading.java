package org.payqual.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Holds back every answer that shows something of people until the access record has it. A handler that forgets to
 * write the record answers nobody.
 */
@ControllerAdvice
final class RecordedReading implements ResponseBodyAdvice<Object> {

    private static final String MARK = RecordedReading.class.getName() + ".";

    /** Notes that the reading of the present request is on record. */
    static void mark(Ability ability) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(MARK + ability, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isMarked(HttpServletRequest request, Ability ability) {
        return request.getAttribute(MARK + ability) != null;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        Needs needs = returned.getMethodAnnotation(Needs.class);
        return needs != null && needs.value().readsPeople();
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        RequestAttributes present = RequestContextHolder.currentRequestAttributes();
        Needs needs = returned.getMethodAnnotation(Needs.class);
        if (needs != null && present.getAttribute(MARK + needs.value(), RequestAttributes.SCOPE_REQUEST) == null) {
            throw new IllegalStateException(returned.getMethod() + " answered without writing the access record");
        }
        return body;
    }
}
