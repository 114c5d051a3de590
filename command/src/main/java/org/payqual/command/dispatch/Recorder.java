package org.payqual.command.dispatch;

import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.payqual.command.Submission;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.ledger.StreamName;

/**
 * Records what callers submit: sends the order to its stream, repeats what the database turned away for a passing
 * reason, and waits until the events are sealed.
 *
 * <p>Every way of saying no that concerns the caller is a {@link ProblemException}.
 */
public final class Recorder {

    /** The code of the refusal when others were recording in the same place all the while. */
    public static final String CONTENDED = "contended";

    private static final int ATTEMPTS = 6;
    private static final int WHEN_LOOKED_AT_SECONDS = 300;
    private static final long FIRST_PAUSE_MS = 4;
    private static final String PROGRAM = "payqual";

    private final CommandBus bus;
    private final Digests digests;
    private final Sealing sealing;
    private final UnreadableStreams unreadable;
    private final Crowd crowd = new Crowd();

    /** Sends orders over a bus on which every kind of stream is handled, see {@link OrderHandlers}. */
    public Recorder(CommandBus bus, Digests digests, Sealing sealing, UnreadableStreams unreadable) {
        this.bus = bus;
        this.digests = digests;
        this.sealing = sealing;
        this.unreadable = unreadable;
    }

    /**
     * Records a command, once, however often it is submitted.
     *
     * @param target the stream that it is about
     * @param operation what is asked, as a word that never changes, and after a space the id of what it is done to
     * @param content all that the caller sent and that counts; a repetition must bring the same
     * @param submission what comes with the command
     * @param wording the command
     * @throws ProblemException if it is not recorded
     */
    public <C> Recorded record(
            Target<C> target, String operation, Object content, Submission submission, Wording<C> wording) {
        return answer(target, submit(target, operation, content, submission, wording));
    }

    /**
     * Tells where something is recorded, once it is sealed.
     *
     * @throws ProblemException if the outcome is that nothing was recorded
     */
    public Recorded answer(Target<?> target, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> sealed(target, recorded.version());
            case Outcome.Refused refused -> throw new ProblemException(new Problem.Refused(refused.refusal()));
            case Outcome.Stale stale ->
                throw new ProblemException(new Problem.StaleVersion(stale.expected(), stale.actual()));
            case Outcome.KeyReused reused -> throw new ProblemException(new Problem.KeyReused());
        };
    }

    /**
     * Records a command like {@link #record}, and gives the outcome as it came for callers who can do with a refusal.
     */
    public <C> Outcome submit(
            Target<C> target, String operation, Object content, Submission submission, Wording<C> wording) {
        Actor actor = submission.actor();
        byte[] sent = Content.of(operation, content);
        return send(keys -> {
            Order.Repeatable repeatable = keys.of(actor.issuer(), actor.subject(), target, submission.key(), sent);
            Provenance provenance = Provenance.of(
                    actor,
                    submission.onBehalfOf(),
                    repeatable.key().current(),
                    repeatable.request().current(),
                    submission.correlation());
            return new Order<>(kind(operation), target, wording, provenance, repeatable, submission.expectedVersion());
        });
    }

    /** Records what the program does of itself, such as opening its ledger. */
    public <C> Outcome submitAsProgram(Target<C> target, C command) {
        Provenance provenance = new Provenance(PROGRAM, PROGRAM, null, null, null, null, null, null, null);
        return send(new Order<>(PROGRAM, target, digest -> command, provenance, null, null));
    }

    /**
     * Records what the program does because of something recorded, once, however often it is submitted. What counts as
     * the same is the operation and the key, so the key must tell all that the command says.
     *
     * @param target the stream that it is about
     * @param operation what is done, as a word that never changes
     * @param key tells it apart from all else that is done to that stream by this operation
     * @param cause the id of the event because of which it is done
     * @param command the command
     * @throws ProblemException if nothing was decided, or nobody knows whether it was recorded
     */
    public <C> Outcome submitBecause(Target<C> target, String operation, String key, String cause, C command) {
        byte[] sent = Content.of(operation, key);
        return send(keys -> {
            Order.Repeatable repeatable = keys.of(PROGRAM, PROGRAM, target, operation + " " + key, sent);
            Provenance provenance = new Provenance(
                    PROGRAM,
                    PROGRAM,
                    null,
                    null,
                    null,
                    repeatable.key().current(),
                    repeatable.request().current(),
                    cause,
                    null);
            return new Order<>(kind(operation), target, digest -> command, provenance, repeatable, null);
        });
    }

    /** Gives the program's own word, without the id that may follow it. */
    private static String kind(String operation) {
        int end = operation.indexOf(' ');
        return end < 0 ? operation : operation.substring(0, end);
    }

    /** The digests of one order, all under the same keys. */
    private record Keys(Digests digests, boolean afresh) {

        Order.Repeatable of(String issuer, String subject, Target<?> target, String key, byte[] content) {
            String to = target.stream().stored();
            return new Order.Repeatable(
                    digests.ofKey(issuer, subject, to, key), digests.ofRequest(issuer, subject, to, content), afresh);
        }
    }

    /** Sends an order, and once more if its stream shows that the key of digests was changed meanwhile. */
    private Outcome send(Function<Keys, Order<?>> order) {
        try {
            return send(order.apply(new Keys(digests.now(), false)));
        } catch (DigestsOutdated e) {
            return send(order.apply(new Keys(digests.afresh(), true)));
        }
    }

    /**
     * Waits a moment until an event is sealed, and tells its place.
     *
     * @throws ProblemException if it is recorded and nothing is sealed any more; a repetition finds it later
     */
    public Recorded sealed(Target<?> target, long version) {
        StreamName stream = target.stream();
        OptionalLong position = sealing.await(stream.type(), stream.id(), version);
        if (position.isEmpty()) {
            requireSealing();
        }
        return new Recorded(stream, version, position);
    }

    private void requireSealing() {
        if (sealing.stopped()) {
            throw new ProblemException(new Problem.NotYet(
                    "sealing-stopped",
                    WHEN_LOOKED_AT_SECONDS,
                    "账本已停止封存，暂不受理任何记录，须由运维人员处理；之后请用同一幂等键重试。",
                    "The ledger seals nothing any more and takes no entries until an operator has looked; repeat with the"
                            + " same key afterwards."));
        }
    }

    private Outcome send(Order<?> order) {
        requireSealing();
        StreamName stream = order.target().stream();
        crowd.enter(stream);
        try {
            return sendUntilItPasses(order);
        } finally {
            crowd.leave(stream);
        }
    }

    private Outcome sendUntilItPasses(Order<?> order) {
        for (int attempt = 1; ; attempt++) {
            CommandResultMessage<Outcome> result = dispatch(order);
            if (!result.isExceptional()) {
                return result.getPayload();
            }
            Throwable thrown = result.exceptionResult();
            if (!Causes.contended(thrown) || attempt == ATTEMPTS) {
                throw Failure.answer(thrown, unreadable);
            }
            pause(attempt);
        }
    }

    private CommandResultMessage<Outcome> dispatch(Order<?> order) {
        AtomicReference<CommandResultMessage<Outcome>> answer = new AtomicReference<>();
        this.bus.<Order<?>, Outcome>dispatch(
                new GenericCommandMessage<>(new GenericMessage<>(order), OrderHandlers.name(order.target())),
                (command, result) -> answer.set(cast(result)));
        return answer.get();
    }

    @SuppressWarnings("unchecked") // handlers of orders return outcomes
    private static CommandResultMessage<Outcome> cast(CommandResultMessage<? extends Outcome> result) {
        return (CommandResultMessage<Outcome>) result;
    }

    /** Waits longer each time, and not as long as the others who met at the same place. */
    private static void pause(int attempt) {
        long longest = FIRST_PAUSE_MS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest)));
    }
}
