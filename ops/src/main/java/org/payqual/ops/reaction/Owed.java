package org.payqual.ops.reaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.ops.problem.NamelessTrace;
import org.payqual.projections.log.SealedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has to be done because of an event, and what could not even be told.
 *
 * @param event because of which
 * @param errands that have to be done
 * @param unread reasons why there may be others
 */
record Owed(SealedEvent event, List<Errand> errands, Set<String> unread) {

    private static final Logger LOG = LoggerFactory.getLogger(Owed.class);

    private static final String UNREADABLE = "event-unreadable";
    private static final String FAULT = "fault";

    /** Tells what is owed by a rule, in the transaction in which the rule remembers. */
    static Owed by(Reaction reaction, SealedEvent sealed, JdbcClient memory) {
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

    boolean isNothing() {
        return errands.isEmpty() && unread.isEmpty();
    }

    /**
     * Sends the commands that are owed, all of them, whatever comes of the others.
     *
     * @param recorder records what follows
     * @param closing tells that the program ends, and nothing more is sent
     * @return what holds some of them up; absent if the program ends before all were sent
     * @throws RuntimeException if some may have come too early, or nobody knows what came of them: all are sent again
     */
    Optional<Set<String>> send(Recorder recorder, BooleanSupplier closing) {
        Set<String> heldUpBy = new TreeSet<>(unread);
        ProblemException passing = null;
        for (Errand errand : errands) {
            if (closing.getAsBoolean()) {
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
                LOG.error("a fault of the program at position {}: {}", event.position(), NamelessTrace.of(e));
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
}
