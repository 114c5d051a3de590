package org.payqual.command.intake;

import org.payqual.command.dispatch.Causes;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The work cannot go on; what was recorded stays recorded. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Stopped.class);

    private final transient ImportLine.Stop why;

    Stopped(ImportLine.Stop why) {
        super(why.detailEn(), null, false, false);
        this.why = why;
    }

    /** Tells the caller why the work on a file cannot go on, and the log what they are not told. */
    static ImportLine.Stop why(RuntimeException failure) {
        return switch (failure) {
            case Stopped stopped -> stopped.why;
            case ProblemException it when it.problem() instanceof Problem.NotYet notYet -> ImportLine.Stop.of(notYet);
            case DataAccessException away -> away(away);
            case TransactionException away -> away(away);
            default -> Causes.fromDatabase(failure) ? away(failure) : brokeOff(failure);
        };
    }

    private static ImportLine.Stop away(RuntimeException failure) {
        LOG.warn("an import ends early: {}", failure.getClass().getSimpleName());
        return unlessInterrupted(ImportLine.Stop.STORE_AWAY);
    }

    /** The message stays out of the log: it may hold what stands in the file. */
    private static ImportLine.Stop brokeOff(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        LOG.error(
                "an import broke off: {} at {}",
                failure.getClass().getName(),
                frames.length == 0 ? "an unknown place" : frames[0]);
        return unlessInterrupted(ImportLine.Stop.BROKE_OFF);
    }

    /** What fails in a thread that is interrupted most often fails by that, in words of its own. */
    private static ImportLine.Stop unlessInterrupted(ImportLine.Stop why) {
        return Thread.currentThread().isInterrupted() ? ImportLine.Stop.INTERRUPTED : why;
    }
}
