package org.payqual.query.handling;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.handling.RestingScores;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;

/** Handlings as the log tells them up to a position, and the scores that rest on them. */
public final class HandlingsKnown {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int RETRY_AFTER_SECONDS = 1;
    private static final int WHEN_LOOKED_AT_SECONDS = 3600;

    private final LogReader log;
    private final EventCodec codec;
    private final RestingScores scores;

    /** Creates what folds this log and counts these scores. */
    public HandlingsKnown(LogReader log, EventCodec codec, RestingScores scores) {
        this.log = log;
        this.codec = codec;
        this.scores = scores;
    }

    /**
     * Folds a handling, where it is known at a position.
     *
     * @throws ProblemException if its history cannot be followed up to there
     */
    public Optional<Handling> at(String id, long position) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(folded(id, position));
        } catch (MalformedHistory malformed) {
            throw new ProblemException(new Problem.NotYet(
                    "history-malformed",
                    WHEN_LOOKED_AT_SECONDS,
                    "该处理决定的记录无法接续，须由运维人员处理；此前的位置仍可查询。",
                    "What is recorded of this handling cannot be followed and needs the operator; earlier positions can"
                            + " be asked about."));
        }
    }

    private @Nullable Handling folded(String id, long position) {
        @Nullable Handling handling = null;
        for (SealedEvent sealed : log.stream(new StreamName(StreamType.HANDLING, id), position)) {
            if (!(codec.decode(sealed.name(), sealed.version(), sealed.payload()) instanceof HandlingEvent event)) {
                throw new MalformedHistory(sealed.name() + " stands in a stream of another kind");
            }
            handling = Handling.evolve(handling, id, event);
        }
        return handling;
    }

    /**
     * Counts the scores that rest on a handling, as known at a position, and waits a moment where not all that follows
     * up to there is done.
     *
     * @throws ProblemException if it is not done by then
     */
    RestingScores.Count scores(String id, long position) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (scores.reached() < position) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                throw new ProblemException(new Problem.NotYet(
                        "position-not-reached",
                        RETRY_AFTER_SECONDS,
                        "所要求的账本位置之前的后续处理尚未完成，请稍后重试。",
                        "What follows from the events up to the position asked for is not all done; ask again in a"
                                + " moment."));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
        return scores.count(id, position);
    }
}
