package org.payqual.projections.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every event its position, in one thread of one process.
 *
 * <p>What follows the last number without a gap is sealed as soon as it is seen. Numbers are drawn at insert and seen
 * at commit, so one that is missing may yet appear: then a round reads the highest number drawn, then the transactions
 * that may hold numbers at that moment, waits until just those have ended, and seals what is there up to that number.
 * Writers never wait for the sequencer.
 *
 * <p>One sequencer runs per database; those of other processes stand by.
 */
public final class Sequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WRITER_POLL = Duration.ofMillis(1);
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int POLLS_PER_ATTEMPT = 20;

    private final DataSource sessions;
    private final LogHead head;
    private final Thread thread = new Thread(this::run, "sequencer");
    private final Lock lock = new ReentrantLock();
    private final Condition signal = lock.newCondition();
    private boolean appended;
    private boolean closing;
    private volatile SequencerState state = new SequencerState.Disconnected(Instant.now());

    /**
     * Make a sequencer; it does nothing before {@link #start()}.
     *
     * @param sessions opens a session of the ledger role each time, and ends it when closed: not a pool, since a pool
     *     would keep the session and with it the lock
     * @param head is told of every position given, here or elsewhere
     */
    public Sequencer(DataSource sessions, LogHead head) {
        this.sessions = sessions;
        this.head = head;
        thread.setDaemon(true);
    }

    /** Begin to seal, or to stand by. */
    public void start() {
        thread.start();
    }

    /** Say that events were appended by this process, so that they are sealed at once; others are found by polling. */
    public void appended() {
        lock.lock();
        try {
            appended = true;
            signal.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Return what this sequencer is doing. */
    public SequencerState state() {
        return state;
    }

    /** Tell whether it is this process that seals, as far as it knows. */
    public boolean sealsHere() {
        return state instanceof SequencerState.Sealing;
    }

    /** Stop sealing; a batch that was begun is completed or rolled back as a whole. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            signal.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosing()) {
            try (Connection connection = sessions.getConnection();
                    SealingSession session = new SealingSession(connection)) {
                if (session.tryLead()) {
                    lead(session);
                } else {
                    follow(session);
                }
            } catch (SQLException e) {
                disconnected(e);
                pause(RETRY);
            } catch (UnsealableEvent e) {
                LOG.error(
                        "event number {} cannot be sealed, and nothing after it; no entries are taken until somebody has"
                                + " looked: {}",
                        e.globalIndex(),
                        e.reason());
                state = new SequencerState.Stopped(e.globalIndex(), e.reason());
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("the sequencer stops, because this program is at fault", e);
                state = new SequencerState.Stopped(0, "fault of the program");
                return;
            }
        }
        state = new SequencerState.Closed();
    }

    private void lead(SealingSession session) throws SQLException {
        session.readHead();
        head.advance(session.head());
        state = new SequencerState.Sealing(session.head(), null);
        LOG.info("sealing from position {} on", session.head() + 1);
        while (!isClosing()) {
            List<LogHead.Event> batch = session.sealFollowing(BATCH);
            tell(session, batch);
            if (session.sawGap() || (batch.isEmpty() && session.lastNumber() > session.settled())) {
                sealAcrossGap(session);
            } else if (batch.size() < BATCH) {
                rest(session);
            }
        }
    }

    /** Returns when something was appended, here or by another process. */
    private void rest(SealingSession session) throws SQLException {
        boolean more = awaitAppend();
        while (!more && !isClosing()) {
            more = session.lastNumber() > session.settled() || awaitAppend();
        }
    }

    private void sealAcrossGap(SealingSession session) throws SQLException {
        long drawn = session.lastNumber();
        awaitWriters(session);
        List<LogHead.Event> batch;
        do {
            batch = session.sealUpTo(drawn, BATCH);
            tell(session, batch);
        } while (!batch.isEmpty() && !isClosing());
    }

    private void awaitWriters(SealingSession session) throws SQLException {
        Set<String> writers = session.writers();
        Instant since = Instant.now();
        while (!writers.isEmpty() && !isClosing()) {
            if (Duration.between(since, Instant.now()).compareTo(LONG_WAIT) > 0) {
                state = new SequencerState.Sealing(session.head(), since);
            }
            pause(WRITER_POLL);
            writers.retainAll(session.writers());
        }
    }

    private void tell(SealingSession session, List<LogHead.Event> batch) {
        state = new SequencerState.Sealing(session.head(), null);
        if (!batch.isEmpty()) {
            head.sealed(session.head() - batch.size() + 1, batch);
        }
    }

    /** Tells this process how far the other one has come, and tries now and then to take over. */
    private void follow(SealingSession session) throws SQLException {
        state = new SequencerState.Standby();
        for (int i = 0; i < POLLS_PER_ATTEMPT && !isClosing(); i++) {
            session.readHead();
            head.advance(session.head());
            pause(POLL);
        }
    }

    private void disconnected(SQLException e) {
        if (!(state instanceof SequencerState.Disconnected)) {
            LOG.warn(
                    "the sequencer lost the database, and tries again until it is back (SQLSTATE {})", e.getSQLState());
            state = new SequencerState.Disconnected(Instant.now());
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment; returns whether this process appended something. */
    private boolean awaitAppend() {
        lock.lock();
        try {
            long left = POLL.toNanos();
            while (!appended && !closing && left > 0) {
                left = signal.awaitNanos(left);
            }
            boolean here = appended;
            appended = false;
            return here;
        } catch (InterruptedException e) {
            closing = true;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!closing && left > 0) {
                left = signal.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            closing = true;
        } finally {
            lock.unlock();
        }
    }
}
