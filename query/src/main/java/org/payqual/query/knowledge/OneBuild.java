package org.payqual.query.knowledge;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.projections.live.Progress;
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
 * Holds back an answer while whose statements a rebuild put other tables in the place of the live ones: each statement
 * read one or the other, but together they would be half of each. The caller asks again and gets a whole one.
 */
@ControllerAdvice
final class OneBuild implements ResponseBodyAdvice<Object> {

    private static final String BEGUN = OneBuild.class.getName();
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Progress progress;

    OneBuild(Progress progress) {
        this.progress = progress;
    }

    /** Notes which tables were live before the present request read any; a second call changes nothing. */
    static void begin(long build) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(BEGUN, RequestAttributes.SCOPE_REQUEST) == null) {
            request.setAttribute(BEGUN, build, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
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
        if (present.getAttribute(BEGUN, RequestAttributes.SCOPE_REQUEST) instanceof Long begun) {
            // The answer that says so passes here too.
            present.removeAttribute(BEGUN, RequestAttributes.SCOPE_REQUEST);
            if (progress.build() != begun) {
                throw new ProblemException(new Problem.NotYet(
                        "read-models-exchanged",
                        RETRY_AFTER_SECONDS,
                        "查询数据刚刚换为重建后的数据，请重试。",
                        "The read models were exchanged for rebuilt ones just now; ask again."));
            }
        }
        return body;
    }
}
