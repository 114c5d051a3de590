package org.payqual.ops.reaction;

import java.util.List;
import java.util.Set;
import org.payqual.domain.ledger.Event;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule by which something recorded has the program record something else. */
interface Reaction {

    /** Returns the registered names of the events that it wants to see. */
    Set<String> listensTo();

    /**
     * Takes the next event in, in log order: remembers what it needs later, and tells what has to be done now. Taking
     * an event again, also after later ones, does no harm.
     *
     * @param sealed the event as it is stored
     * @param event the same, read
     * @param memory tables of the reactor, in a transaction that is open
     * @return what has to be done because of it; what was done before may be among it
     */
    List<Errand<?>> take(SealedEvent sealed, Event event, JdbcClient memory);
}
