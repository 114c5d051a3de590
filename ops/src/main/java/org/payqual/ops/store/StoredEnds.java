package org.payqual.ops.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.payqual.command.port.StreamEnds;
import org.payqual.domain.ledger.StreamName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the database how streams end: one row of an index, without the event itself. */
final class StoredEnds implements StreamEnds {

    private final JdbcClient jdbc;

    StoredEnds(DataSource ledger) {
        this.jdbc = JdbcClient.create(ledger);
    }

    @Override
    public Optional<String> lastEvent(StreamName stream) {
        return jdbc.sql("""
                        SELECT event_identifier FROM ledger.domain_event_entry WHERE aggregate_identifier = ?
                        ORDER BY sequence_number DESC LIMIT 1
                        """).param(stream.stored()).query(String.class).optional();
    }
}
