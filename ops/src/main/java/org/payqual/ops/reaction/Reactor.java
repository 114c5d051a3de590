package org.payqual.ops.reaction;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.ops.problem.NamelessTrace;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.Pace;
import org.payqual.projections.log.SealedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private static final String UNREADABLE = "event-unreadable";
    private static final String FAULT = "fault";

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final DataSource sessions;
    private final LogReader log;
    private final LogHead head;
    private final Recorder recorder;
    private final Reaction reaction;
    private final Duration heldUpPause;
    private final Pace pace = new Pace(BETWEEN_LOOKS);
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean leading;
    private volatile boolean failing;
    private @Nullable Long earlySince;

    /**
     * Creates a reactor; it does nothing before {@link #start()}.
     *
     * @param sessions opens a session of the projector's role each time, and ends it when closed: not a pool, since a
     *     pool would keep the session and with it the lock
     * @param log is read
     * @param head tells when there is more
     * @param recorder records what follows
     * @param reaction the rule by which it follows
     * @param heldUpPause after which what is held up is tried again; what comes too early for longer counts as failing
     */
    Reactor(
            DataSource sessions,
            LogReader log,
            LogHead head,
            Recorder recorder,
            Reaction reaction,
            Duration heldUpPause) {
        this.sessions = sessions;
        this.log = log;
        this.head = head;
        this.recorder = recorder;
        this.reaction = reaction;
        this.heldUpPause = heldUpPause;
        this.thread = new Thread(this::run, reaction.name());
        thread.setDaemon(true);
    }

    /** What has to be done because of an event, and what could not even be told. */
    private record Owed(SealedEvent event, List<Errand> errands, Set<String> unread) {

        boolean isNothing() {
            return errands.isEmpty() && unread.isEmpty();
        }
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
            } catch (SQLException | RuntimeException e) {
                failed(e);
                pause(PAUSE);
            } finally {
                leading = false;
            }
        }
    }

    private void lead(ReactorSession session) {
        long position = session.position();
        LOG.info("following up what is recorded from position {} on", position + 1);
        List<SealedEvent> ahead = List.of();
        long triedAgain = System.nanoTime() - heldUpPause.toNanos();
        while (!isClosing()) {
            try {
                if (System.nanoTime() - triedAgain >= heldUpPause.toNanos()) {
                    session.heldUp().forEach(held -> tryAgain(session, held));
                    triedAgain = System.nanoTime();
                }
                if (ahead.isEmpty() && awaitBeyond(position)) {
                    ahead = log.from(position + 1, BATCH);
                }
                if (!ahead.isEmpty()) {
                    long reached = follow(session, position, ahead);
                    ahead = ahead.subList((int) (reached - position), ahead.size());
                    position = reached;
                }
                earlySince = null;
                failing = false;
            } catch (TooEarly early) {
                waitFor(early);
            }
        }
    }

    /** Under load a moment's wait is nothing to tell of; one that does not end is. */
    private void waitFor(TooEarly early) {
        long now = System.nanoTime();
        Long since = earlySince;
        if (since == null) {
            earlySince = now;
        } else if (now - since > heldUpPause.toNanos()) {
            throw early;
        }
        pause(BETWEEN_LOOKS);
    }

    /** Follows the events ahead up to the first because of which something has to be done; returns where it stands. */
    private long follow(ReactorSession session, long position, List<SealedEvent> ahead) {
        Optional<Owed> found = session.inTransaction(memory -> {
            for (SealedEvent event : ahead) {
                Owed owed = owed(event, memory);
                if (!owed.isNothing()) {
                    session.advance(position, event.position() - 1);
                    return Optional.of(owed);
                }
            }
            session.advance(position, ahead.getLast().position());
            return Optional.empty();
        });
        if (found.isEmpty()) {
            return ahead.getLast().position();
        }
        long next = found.get().event().position();
        Optional<Set<String>> heldUpBy = send(found.get());
        if (heldUpBy.isEmpty()) {
            return next - 1;
        }
        if (!heldUpBy.get().isEmpty()) {
            LOG.error("not all that follows from position {} could be done yet: {}", next, heldUpBy.get());
        }
        session.inTransaction(memory -> {
            session.hold(next, heldUpBy.get());
            session.advance(next - 1, next);
            return next;
        });
        return next;
    }

    private void tryAgain(ReactorSession session, long position) {
        SealedEvent event = log.from(position, 1).getFirst();
        send(session.inTransaction(memory -> owed(event, memory)))
                .ifPresent(heldUpBy -> session.inTransaction(memory -> {
                    session.hold(position, heldUpBy);
                    return position;
                }));
    }

    private Owed owed(SealedEvent sealed, JdbcClient memory) {
        if (!reaction.concerns(sealed, memory)) {
            return new Owed(sealed, List.of(), Set.of());
        }
        try {
            Event event = Events.codec().decode(sealed.name(), sealed.version(), sealed.payload());
            return new Owed(sealed, reaction.take(sealed, event, memory), Set.of());
        } catch (MalformedHistory unreadable) {
            return new Owed(sealed, List.of(), Set.of(UNREADABLE));
        }
    }

    /**
     * Sends the commands that are owed, all of them, whatever comes of the others.
     *
     * @return what holds some of them up; absent if the program ends before all were sent
     * @throws RuntimeException if some may have come too early, or nobody knows what came of them: all are sent again
     */
    private Optional<Set<String>> send(Owed owed) {
        Set<String> heldUpBy = new TreeSet<>(owed.unread());
        ProblemException passing = null;
        for (Errand errand : owed.errands()) {
            if (isClosing()) {
                return Optional.empty();
            }
            try {
                errand.send(recorder).ifPresent(heldUpBy::add);
            } catch (ProblemException e) {
                if (concernsOneStream(e.problem())) {
                    heldUpBy.add(UnreadableStreams.PROBLEM);
                } else {
                    passing = e;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "a fault of the program at position {}: {}",
                        owed.event().position(),
                        NamelessTrace.of(e));
                heldUpBy.add(FAULT);
            }
        }
        if (passing != null) {
            throw passing;
        }
        return Optional.of(heldUpBy);
    }

    private static boolean concernsOneStream(Problem problem) {
        return problem instanceof Problem.NotYet notYet && notYet.code().equals(UnreadableStreams.PROBLEM);
    }

    private boolean awaitBeyond(long position) {
        try {
            if (!head.awaitBeyond(position, POLL)) {
                return false;
            }
            pace.await();
            return true;
        } catch (InterruptedException e) {
            closing.countDown();
            return false;
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
