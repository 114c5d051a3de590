package org.payqual.ops.reaction;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.Recorder;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log in its order and sees to it that whatever has to follow from an event by one rule does follow, once.
 * One reactor runs per database and rule; those of other processes stand by.
 *
 * <p>Commands are sent while no transaction is open. The position moves on when all that follows from an event is
 * recorded, proved needless, or noted as held up, so that after a crash at any point the same commands go out again
 * under the same keys. What is held up concerns one stream; it is tried again now and then, and the others go on.
 */
public final class Reactor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reactor.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource sessions;
    private final LogReader log;
    private final LogHead head;
    private final Recorder recorder;
    private final Reaction reaction;
    private final Duration heldUpPause;
    private final Duration patience;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean leading;
    private volatile boolean failing;

    /**
     * Creates a reactor; it does nothing before {@link #start()}.
     *
     * @param sessions opens a session of the projector's role each time, and ends it when closed: not a pool, since a
     *     pool would keep the session and with it the lock
     * @param log is read
     * @param head tells when there is more
     * @param recorder records what follows
     * @param reaction the rule by which it follows
     * @param heldUpPause after which what is held up is tried again
     * @param patience with what comes too early; if it does for longer, that counts as failing
     */
    Reactor(
            DataSource sessions,
            LogReader log,
            LogHead head,
            Recorder recorder,
            Reaction reaction,
            Duration heldUpPause,
            Duration patience) {
        this.sessions = sessions;
        this.log = log;
        this.head = head;
        this.recorder = recorder;
        this.reaction = reaction;
        this.heldUpPause = heldUpPause;
        this.patience = patience;
        this.thread = new Thread(this::run, reaction.name());
        thread.setDaemon(true);
    }

    /** Begins to follow the log, or to stand by. */
    public void start() {
        thread.start();
    }

    /** Returns the word under which its progress is kept. */
    String name() {
        return reaction.name();
    }

    /** Tells whether this process is the one that follows the log. */
    boolean leading() {
        return leading;
    }

    /** Tells whether the last attempt failed, to be tried again, or nothing is tried any more. */
    boolean failing() {
        return failing || (!isClosing() && !thread.isAlive());
    }

    /** Stops; what was begun and not completed is done again at the next start. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing()) {
            try (ReactorSession session = new ReactorSession(sessions, reaction)) {
                if (session.tryLead()) {
                    leading = true;
                    lead(session);
                } else {
                    failing = false;
                    pause(PAUSE);
                }
            } catch (InterruptedException e) {
                closing.countDown();
            } catch (SQLException | RuntimeException e) {
                failed(e);
                pause(PAUSE);
            } finally {
                leading = false;
            }
        }
    }

    private void lead(ReactorSession session) throws InterruptedException {
        Lead lead = new Lead(session, reaction, log, head, recorder, heldUpPause, patience, this::isClosing);
        while (!isClosing()) {
            if (lead.goOn()) {
                failing = false;
            } else {
                pause(Lead.BETWEEN_LOOKS);
            }
        }
    }

    private void failed(Exception e) {
        if (!failing) {
            LOG.warn(
                    "what is recorded cannot be followed up just now, and is tried again: {}, SQLSTATE {}",
                    e.getClass().getSimpleName(),
                    Causes.sqlState(e).orElse("none"));
        }
        failing = true;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }
}
