package org.payqual.ops.measure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.Order;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.OutcomeUnknown;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;

/**
 * Times each attempt at a command by its kind and by what came of it, and counts refusals by the provision that they
 * cite. An attempt that met others at the same place counts as contended; the next one at the same command counts anew.
 */
public final class CommandMeters implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final MeterProvider<Timer> commands;
    private final MeterProvider<Counter> refusals;

    /** Measures into a registry. */
    public CommandMeters(MeterRegistry registry) {
        commands = Timer.builder("payqual.commands")
                .description(
                        "Attempts at commands, from the load of the stream until what was decided is committed, unsealed yet")
                .serviceLevelObjectives(BUCKETS)
                .withRegistry(registry);
        refusals = Counter.builder("payqual.refusals")
                .description("Commands refused, by the provision that the refusal cites")
                .withRegistry(registry);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        String kind = work.getMessage().getPayload() instanceof Order<?> order ? order.kind() : "other";
        long begun = System.nanoTime();
        work.onRollback(it -> ended(kind, failure(it.getExecutionResult()), begun));
        Object outcome = chain.proceed();
        work.afterCommit(it -> ended(kind, came(outcome), begun));
        return outcome;
    }

    private void ended(String kind, String outcome, long begun) {
        commands.withTags("kind", kind, "outcome", outcome).record(Duration.ofNanos(System.nanoTime() - begun));
    }

    private String came(@Nullable Object outcome) {
        return switch (outcome) {
            case Outcome.Recorded it -> "recorded";
            case Outcome.Refused it -> {
                refused(it.refusal());
                yield "refused";
            }
            case Outcome.Stale it -> "stale";
            case Outcome.KeyReused it -> "key-reused";
            case null, default -> "other";
        };
    }

    private String failure(@Nullable ExecutionResult result) {
        Throwable thrown = result == null ? null : result.getExceptionResult();
        if (Causes.contended(thrown)) {
            return "contended";
        }
        if (Causes.find(thrown, OutcomeUnknown.class).isPresent()) {
            return "unknown";
        }
        Optional<Problem> told = Causes.find(thrown, ProblemException.class).map(ProblemException::problem);
        if (told.isEmpty()) {
            return "failed";
        }
        if (told.get() instanceof Problem.Refused it) {
            refused(it.refusal());
        }
        return told.get() instanceof Problem.NotYet ? "not-yet" : "refused";
    }

    private void refused(Refusal refusal) {
        String provision =
                refusal.provision() == null ? "none" : refusal.provision().citation();
        refusals.withTags("provision", provision, "code", refusal.code()).increment();
    }
}
