package org.payqual.command.intake;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.Recorder;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tries again where the store is away for a moment, as whoever sends commands one by one is told to. There is one for
 * each file: once its work has ended, nobody who is at work on it tries again.
 */
final class Patience {

    /** How often a step is tried before it is given up. */
    static final int ATTEMPTS = 20;

    private static final long PAUSE_S = 2;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> why = new AtomicReference<>();

    /** Ends the work on the file; of several reasons the first counts. */
    void end(RuntimeException reason) {
        why.compareAndSet(null, reason);
        ended.countDown();
    }

    /** Throws the reason for which the work on the file has ended, where it has. */
    void requireUnderWay() {
        if (ended.getCount() == 0) {
            throw Objects.requireNonNull(why.get());
        }
    }

    private void pause() {
        try {
            if (ended.await(PAUSE_S, TimeUnit.SECONDS)) {
                requireUnderWay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(ImportLine.Stop.INTERRUPTED);
        }
    }

    /**
     * Treats a row until something came of it.
     *
     * @throws Stopped if the store stays away or the thread is interrupted
     * @throws RuntimeException the reason for which the work on the file ended, if it did between two attempts
     */
    Outcome until(Supplier<Outcome> treatment, Values row) {
        try {
            return until(treatment);
        } catch (ProblemException e) {
            return outcome(e.problem(), row);
        }
    }

    /**
     * Takes a step until it is done.
     *
     * @throws Stopped if the store stays away or the thread is interrupted
     * @throws ProblemException if it cannot be done for another reason
     * @throws RuntimeException the reason for which the work on the file ended, if it did between two attempts
     */
    <T> T until(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (ProblemException e) {
                if (!(passes(e.problem()) && attempt < ATTEMPTS)) {
                    throw last(e.problem());
                }
            } catch (IdentityFault e) {
                if (attempt == ATTEMPTS) {
                    throw last(e.problem());
                }
            } catch (DataAccessException | TransactionException e) {
                if (attempt == ATTEMPTS) {
                    throw away();
                }
            } catch (RuntimeException e) {
                if (!Causes.fromDatabase(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static boolean passes(Problem problem) {
        return problem instanceof Problem.OutcomeUnknown
                || problem instanceof Problem.NotYet
                || (problem instanceof Problem.Refused refused
                        && refused.refusal().code().equals(Recorder.CONTENDED));
    }

    private static RuntimeException last(Problem problem) {
        return switch (problem) {
            case Problem.NotYet notYet -> new Stopped(ImportLine.Stop.of(notYet));
            case Problem.OutcomeUnknown unknown -> away();
            default -> new ProblemException(problem);
        };
    }

    private static Outcome outcome(Problem problem, Values row) {
        return switch (problem) {
            case Problem.Refused refused -> new Outcome.Refused(RowFault.of(row, refused.refusal()));
            case Problem.Forbidden forbidden -> refused(row, forbidden.code(), forbidden.zh(), forbidden.en());
            case Problem.Malformed malformed -> refused(row, malformed.code(), malformed.zh(), malformed.en());
            case Problem.KeyReused reused ->
                refused(row, "key-reused", "该幂等键已用于另一内容", "the idempotency key was used for other content");
            case Problem.NotFound unknown ->
                refused(row, "unknown-" + unknown.what(), "账本中没有所指的记录", "the ledger does not know what is meant");
            case Problem.FaultyFile faulty -> throw new IllegalStateException("a row is no file");
            case Problem.StaleVersion stale -> throw new IllegalStateException("no version was expected");
            case Problem.NotYet notYet -> throw last(notYet);
            case Problem.OutcomeUnknown unknown -> throw last(unknown);
        };
    }

    private static Outcome refused(Values row, String code, String zh, String en) {
        return new Outcome.Refused(RowFault.of(row.line(), code, zh, en));
    }

    private static Stopped away() {
        return new Stopped(ImportLine.Stop.STORE_AWAY);
    }
}
