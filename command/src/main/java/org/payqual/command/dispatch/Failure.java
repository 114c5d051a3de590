package org.payqual.command.dispatch;

import java.util.Optional;
import java.util.Set;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an order that ended in an exception. The database's word is its SQLSTATE. */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    /** Classes of SQLSTATE by which a server says that it, or the way to it, is not there just now. */
    private static final Set<String> AWAY = Set.of("08", "25", "28", "3D", "53", "55", "57", "58");

    private static final int SOON = 1;
    private static final int WHEN_LOOKED_AT = 300;

    private Failure() {}

    /** Gives the exception to be thrown instead: never with the text of the database, which could quote a payload. */
    static RuntimeException answer(Throwable thrown, UnreadableStreams unreadable) {
        if (Causes.contended(thrown)
                || Causes.find(thrown, LockAcquisitionFailedException.class).isPresent()) {
            return problem(new Problem.Refused(new Refusal(
                    Refusal.Kind.CONFLICT,
                    Recorder.CONTENDED,
                    null,
                    null,
                    "同时有其他记录写入，请重试",
                    "others were recording in the same place; try again")));
        }
        Optional<ProblemException> told = Causes.find(thrown, ProblemException.class);
        if (told.isPresent()) {
            return told.get();
        }
        Optional<IdentityFault> identity = Causes.find(thrown, IdentityFault.class);
        if (identity.isPresent()) {
            return problem(identity.get().problem());
        }
        Optional<UnreadableStream> stopped = Causes.find(thrown, UnreadableStream.class);
        if (stopped.isPresent()) {
            return stopped(stopped.get(), unreadable);
        }
        if (Causes.find(thrown, OutcomeUnknown.class).isPresent()) {
            return problem(new Problem.OutcomeUnknown(SOON));
        }
        return Causes.fromDatabase(thrown) ? fromDatabase(thrown) : unchecked(thrown);
    }

    private static RuntimeException stopped(UnreadableStream stopped, UnreadableStreams unreadable) {
        if (unreadable.add(stopped.stream())) {
            LOG.error("A stream cannot be read, and takes no commands: {}", stopped.getMessage());
        }
        return problem(new Problem.NotYet(
                UnreadableStreams.PROBLEM,
                WHEN_LOOKED_AT,
                "已有记录无法解读，须由管理员处理：" + stopped.stream().stored(),
                "what is recorded cannot be read, an operator has to look: "
                        + stopped.stream().stored()));
    }

    private static RuntimeException fromDatabase(Throwable thrown) {
        String state = Causes.sqlState(thrown).orElse("none");
        LOG.warn("the database did not serve a command, SQLSTATE {}", state);
        if (state.equals("none") || AWAY.contains(state.substring(0, 2))) {
            return problem(new Problem.NotYet("store-away", SOON, "数据库暂不可用", "the database is not at hand just now"));
        }
        return new IllegalStateException("the store refused an append, SQLSTATE " + state);
    }

    private static RuntimeException unchecked(Throwable thrown) {
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    private static ProblemException problem(Problem problem) {
        return new ProblemException(problem);
    }
}
