package org.payqual.query.settlement.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.StreamName;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Pace;
import org.payqual.projections.log.StreamScan;
import org.payqual.query.knowledge.KnownAt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the index from the log and keeps it current: what an event touches is folded anew from its own stream, by the
 * very reading that filled the index. What fails is tried again; nothing is passed over.
 */
public final class IndexKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final SettlementIndex index;
    private final StreamScan scan;
    private final LogHead head;
    private final EventCodec codec;
    private final Pace pace = new Pace(BETWEEN_LOOKS);
    private final Thread thread = new Thread(this::run, "settlement-index");
    private volatile boolean closing;
    private volatile boolean failing;

    /**
     * Creates a keeper; it does nothing before {@link #start()}.
     *
     * @param index to be filled, by this keeper alone
     * @param scan reads the log
     * @param head tells when there is more
     * @param codec reads events
     */
    public IndexKeeper(SettlementIndex index, StreamScan scan, LogHead head, EventCodec codec) {
        this.index = index;
        this.scan = scan;
        this.head = head;
        this.codec = codec;
        thread.setDaemon(true);
    }

    /** Begins to fill the index. */
    public void start() {
        thread.start();
    }

    /** Tells whether the last attempt failed, to be tried again, or nothing is tried any more. */
    public boolean failing() {
        return failing || (!closing && !thread.isAlive());
    }

    /** Stops keeping; the index stays as it is. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                Optional<KnownAt> reflects = index.reflects();
                if (reflects.isPresent()) {
                    follow(reflects.get().position());
                } else {
                    fill();
                }
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void fill() throws InterruptedException {
        Optional<KnownAt> known = scan.end().map(it -> new KnownAt(it.position(), it.sealedAt()));
        if (known.isEmpty()) {
            head.awaitBeyond(LogHead.NONE, LOOK_AGAIN);
            return;
        }
        long begun = System.nanoTime();
        index.clear();
        List<Update> some = new ArrayList<>(AT_ONCE);
        StreamFold fold = new StreamFold(codec, update -> {
            some.add(update);
            if (some.size() == AT_ONCE) {
                index.fill(some);
                some.clear();
            }
        });
        scan.all(StreamFold.TYPES, known.get().position(), fold);
        fold.end();
        index.advance(some, known.get());
        LOG.info(
                "settlement answers from memory: {} people at position {}, filled in {} ms",
                index.people(),
                known.get().position(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private void follow(long position) throws InterruptedException {
        if (!head.awaitBeyond(position, LOOK_AGAIN)) {
            return;
        }
        pace.await();
        Optional<StreamScan.Tail> tail = scan.after(position, AT_ONCE);
        if (tail.isEmpty()) {
            return;
        }
        List<Update> updates = new ArrayList<>();
        Set<StreamName> touched = tail.get().streams().stream()
                .filter(it -> StreamFold.TYPES.contains(it.type()))
                .collect(Collectors.toUnmodifiableSet());
        if (!touched.isEmpty()) {
            StreamFold fold = new StreamFold(codec, updates::add);
            scan.of(touched, tail.get().last(), fold);
            fold.end();
        }
        index.advance(updates, new KnownAt(tail.get().last(), tail.get().sealedAt()));
    }

    private void failed(RuntimeException e) {
        if (!failing && !closing) {
            LOG.warn(
                    "the settlement index cannot follow the log, and tries again: {}",
                    e.getClass().getSimpleName());
        }
        failing = true;
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
