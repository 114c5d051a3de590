package org.payqual.domain.ledger;

import java.util.List;

/**
 * What deciding a command gives: events to be recorded, or a refusal.
 *
 * @param <E> the events of the stream decided on
 */
public sealed interface Decision<E extends Event> {

    /**
     * The command is accepted.
     *
     * @param events to be recorded together, at least one
     */
    record Accepted<E extends Event>(List<E> events) implements Decision<E> {
        /** Copies the events. */
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command is refused and leaves no trace.
     *
     * @param refusal the reason
     */
    record Refused<E extends Event>(Refusal refusal) implements Decision<E> {}
}
