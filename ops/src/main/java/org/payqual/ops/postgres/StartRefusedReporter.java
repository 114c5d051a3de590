package org.payqual.ops.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows a {@link StartRefused} as its sentence and nothing else. Spring Boot finds it in {@code spring.factories}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {
        // Spring Boot hands in the context that failed; the sentence needs nothing of it.
    }

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                System.err.println("payqual: " + refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
