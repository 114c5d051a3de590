package org.payqual.ops.reaction;

import java.util.Optional;
import java.util.OptionalLong;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.person.RecordEvent.TakenOver;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mergers of records, as the log writes them: first in the record that goes on the story of the other, event by
 * event, then the end of that other. Noted in log order; noting something again changes nothing.
 */
final class Takeovers {

    private final JdbcClient memory;

    Takeovers(JdbcClient memory) {
        this.memory = memory;
    }

    /** Takes in the next event. */
    void note(SealedEvent sealed, Event event) {
        if (event instanceof TakenOver it && !tells(sealed)) {
            memory.sql("INSERT INTO reactor.taken_over (record, person, sequence, events, begun)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(it.from(), sealed.streamId(), sealed.sequence(), it.events(), sealed.position())
                    .update();
        }
        if (event instanceof Merged) {
            memory.sql("UPDATE reactor.taken_over SET ended = ? WHERE record = ? AND ended IS NULL")
                    .params(sealed.position(), sealed.streamId())
                    .update();
        }
    }

    /** Tells whether an event only tells again what another record held. */
    boolean tells(SealedEvent sealed) {
        return memory.sql("SELECT EXISTS (SELECT FROM reactor.taken_over"
                        + " WHERE person = ? AND ? BETWEEN sequence + 1 AND sequence + events)")
                .params(sealed.streamId(), sealed.sequence())
                .query(Boolean.class)
                .single();
    }

    /**
     * Returns since which position everything has to be looked at anew now: this one, or an earlier one from which on
     * some merger was half written at each, so that what it is about counted twice. Empty while one still is.
     */
    OptionalLong wholeSince(long position) {
        Optional<Long> since = memory.sql("WITH RECURSIVE since (position) AS (SELECT :position::bigint UNION ALL"
                        + " SELECT (SELECT min(t.begun) FROM reactor.taken_over t"
                        + " WHERE t.begun < s.position AND t.ended >= s.position) FROM since s"
                        + " WHERE s.position IS NOT NULL)"
                        + " SELECT min(position) FROM since WHERE NOT EXISTS (SELECT FROM reactor.taken_over"
                        + " WHERE begun <= :position AND (ended IS NULL OR ended > :position))")
                .param("position", position)
                .query((row, number) -> row.getObject(1, Long.class))
                .optional();
        return since.isPresent() ? OptionalLong.of(since.get()) : OptionalLong.empty();
    }
}
