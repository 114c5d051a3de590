package org.payqual.ops.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows a {@link StartRefused} as its sentence and nothing else, likewise a port that is taken. Spring Boot finds it in
 * {@code spring.factories}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {
        // Spring Boot hands in the context that failed; the sentence needs nothing of it.
    }

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                say(String.valueOf(refused.getMessage()));
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                say("端口 " + taken.getPort() + " 已被占用，也许另一个 payqual 正在运行；请先停止它，或用 --server.port=9000 换一个端口"
                        + " / Port " + taken.getPort() + " is taken, perhaps by another payqual; stop that first,"
                        + " or choose another port with --server.port=9000.");
                return true;
            }
        }
        return false;
    }

    private static void say(String sentence) {
        Complaint.say(new PrintWriter(System.err, true, System.err.charset()), sentence);
    }
}
