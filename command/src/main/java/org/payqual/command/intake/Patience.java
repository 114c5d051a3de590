package org.payqual.command.intake;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.Recorder;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tries a row again where the store is away for a moment, as whoever sends commands one by one is told to. */
final class Patience {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private Patience() {}

    /**
     * Treats a row until something came of it.
     *
     * @throws Stopped if the store stays away
     */
    static Outcome until(Supplier<Outcome> treatment, Values row) {
        for (int attempt = 1; ; attempt++) {
            try {
                return treatment.get();
            } catch (ProblemException e) {
                if (!(passes(e.problem()) && attempt < ATTEMPTS)) {
                    return outcome(e.problem(), row);
                }
            } catch (IdentityFault e) {
                if (attempt == ATTEMPTS) {
                    return outcome(e.problem(), row);
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
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw away();
            }
        }
    }

    private static boolean passes(Problem problem) {
        return problem instanceof Problem.OutcomeUnknown
                || problem instanceof Problem.NotYet
                || (problem instanceof Problem.Refused refused
                        && refused.refusal().code().equals(Recorder.CONTENDED));
    }

    private static Outcome outcome(Problem problem, Values row) {
        return switch (problem) {
            case Problem.Refused refused -> new Outcome.Refused(RowFault.of(row, refused.refusal()));
            case Problem.Forbidden forbidden -> refused(row, forbidden.code(), forbidden.zh(), forbidden.en());
            case Problem.Malformed malformed -> refused(row, malformed.code(), malformed.zh(), malformed.en());
            case Problem.KeyReused reused ->
                refused(row, "key-reused", "该幂等键已用于另一内容", "the idempotency key was used for other content");
            case Problem.NotYet notYet ->
                throw new Stopped(new ImportLine.Stop(notYet.code(), null, notYet.zh(), notYet.en()));
            case Problem.OutcomeUnknown unknown -> throw away();
            case Problem.NotFound unknown ->
                refused(row, "unknown-" + unknown.what(), "账本中没有所指的记录", "the ledger does not know what is meant");
            case Problem.FaultyFile faulty -> throw new IllegalStateException("a row is no file");
            case Problem.StaleVersion stale -> throw new IllegalStateException("no version was expected");
        };
    }

    private static Outcome refused(Values row, String code, String zh, String en) {
        return new Outcome.Refused(RowFault.of(row.line(), code, zh, en));
    }

    private static Stopped away() {
        return new Stopped(ImportLine.Stop.STORE_AWAY);
    }
}
