package org.payqual.ops.reaction;

import java.util.List;
import org.payqual.domain.ledger.Event;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule by which something recorded has the program record something else. */
interface Reaction {

    /** Returns the word under which its progress is kept, which never changes. */
    String name();

    /** Returns the lock that makes the session which holds it the only one to follow this rule. */
    AdvisoryLock lock();

    /**
     * Tells whether it wants to see an event. It is asked of every event, in log order, before the event is read.
     *
     * @param memory tables of the reactor, in a transaction that is open
     */
    boolean concerns(SealedEvent sealed, JdbcClient memory);

    /**
     * Takes the next event in that {@link #concerns} it, in log order: remembers what it needs later, and tells what
     * has to be done now. Taking an event again, also after later ones, does no harm.
     *
     * @param sealed the event as it is stored
     * @param event the same, read
     * @param memory tables of the reactor, in a transaction that is open
     * @return what has to be done because of it; what was done before may be among it
     * @throws TooEarly if it cannot be told yet
     */
    List<Errand> take(SealedEvent sealed, Event event, JdbcClient memory);
}
