package org.payqual.ops.access;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.domain.ledger.Actor;
import org.payqual.ops.http.CommandHeaders;
import org.payqual.ops.problem.Correlation;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers that ask for them the {@link Actor}, or the {@link Submission} with what its headers say. */
final class ActorArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Submission.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor actor = CallerPermits.caller().actor();
        if (parameter.getParameterType() == Actor.class) {
            return actor;
        }
        String correlation = Correlation.current();
        if (correlation == null) {
            throw new IllegalStateException("a request without a correlation id");
        }
        return new Submission(
                actor,
                CommandHeaders.key(sent(request, CommandHeaders.KEY)),
                CommandHeaders.expectedVersion(sent(request, CommandHeaders.EXPECTED_VERSION)),
                correlation);
    }

    private static List<String> sent(NativeWebRequest request, String header) {
        String[] values = request.getHeaderValues(header);
        return values == null ? List.of() : Arrays.asList(values);
    }
}
