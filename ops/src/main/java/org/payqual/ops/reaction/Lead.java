package org.payqual.ops.reaction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Recorder;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.Pace;
import org.payqual.projections.log.SealedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log while one session is the one to follow a rule. What it remembers ends with the session: who leads
 * next, here or in another process, begins anew where that one stood.
 */
final class Lead {

    private static final Logger LOG = LoggerFactory.getLogger(Lead.class);

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ReactorSession session;
    private final Reaction reaction;
    private final LogReader log;
    private final LogHead head;
    private final Recorder recorder;
    private final Duration heldUpPause;
    private final Duration patience;
    private final BooleanSupplier closing;
    private final Pace pace = new Pace(BETWEEN_LOOKS);
    private List<SealedEvent> ahead = List.of();
    private long position;
    private long triedAgain;
    private @Nullable Long earlySince;

    /**
     * Takes up where the session that led before stood.
     *
     * @param heldUpPause after which what is held up is tried again
     * @param patience with what comes too early
     * @param closing tells that the program ends
     */
    Lead(
            ReactorSession session,
            Reaction reaction,
            LogReader log,
            LogHead head,
            Recorder recorder,
            Duration heldUpPause,
            Duration patience,
            BooleanSupplier closing) {
        this.session = session;
        this.reaction = reaction;
        this.log = log;
        this.head = head;
        this.recorder = recorder;
        this.heldUpPause = heldUpPause;
        this.patience = patience;
        this.closing = closing;
        this.position = session.position();
        this.triedAgain = System.nanoTime() - heldUpPause.toNanos();
        LOG.info("following up what is recorded from position {} on", position + 1);
    }

    /**
     * Follows what there is, or waits a moment for it.
     *
     * @return false if something came too early; it is taken again by the next call, soon
     * @throws TooEarly if that has lasted for longer than the patience
     */
    boolean goOn() throws InterruptedException {
        try {
            if (System.nanoTime() - triedAgain >= heldUpPause.toNanos()) {
                session.heldUp().forEach(this::tryAgain);
                triedAgain = System.nanoTime();
            }
            if (ahead.isEmpty() && head.awaitBeyond(position, POLL)) {
                pace.await();
                ahead = log.from(position + 1, BATCH);
            }
            if (!ahead.isEmpty()) {
                follow();
            }
            earlySince = null;
            return true;
        } catch (TooEarly early) {
            bear(early);
            return false;
        }
    }

    /** Under load a moment's wait is nothing to tell of; one that does not end is. */
    private void bear(TooEarly early) {
        long now = System.nanoTime();
        Long since = earlySince;
        if (since == null) {
            earlySince = now;
        } else if (now - since > patience.toNanos()) {
            throw early;
        }
    }

    /** Follows the events ahead up to the first because of which something has to be done. */
    private void follow() {
        long last = ahead.getLast().position();
        Optional<Owed> found = session.inTransaction(memory -> {
            for (SealedEvent event : ahead) {
                Owed owed = Owed.by(reaction, event, memory);
                if (!owed.isNothing()) {
                    session.advance(position, event.position() - 1);
                    return Optional.of(owed);
                }
            }
            session.advance(position, last);
            return Optional.empty();
        });
        if (found.isEmpty()) {
            reach(last);
        } else {
            reach(found.get().event().position() - 1);
            settle(found.get());
        }
    }

    private void settle(Owed owed) {
        long next = owed.event().position();
        Optional<Set<String>> heldUpBy = owed.send(recorder, closing);
        if (heldUpBy.isEmpty()) {
            return;
        }
        if (!heldUpBy.get().isEmpty()) {
            LOG.error("not all that follows from position {} could be done yet: {}", next, heldUpBy.get());
        }
        session.inTransaction(memory -> {
            session.hold(next, heldUpBy.get());
            session.advance(next - 1, next);
            return next;
        });
        reach(next);
    }

    private void reach(long reached) {
        ahead = ahead.subList((int) (reached - position), ahead.size());
        position = reached;
    }

    private void tryAgain(long held) {
        SealedEvent event = log.from(held, 1).getFirst();
        session.inTransaction(memory -> Owed.by(reaction, event, memory))
                .send(recorder, closing)
                .ifPresent(heldUpBy -> session.inTransaction(memory -> {
                    session.hold(held, heldUpBy);
                    return held;
                }));
    }
}
