package org.payqual.ops.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.person.PersonEvent;

/**
 * One event as the row that the ledger stores, made without the framework.
 *
 * @param stream in which it stands
 * @param sequence its place there, from 0
 * @param event itself
 */
record EventRow(StreamName stream, long sequence, PersonEvent event) {

    /** The columns that an insert fills, in the order of {@link #bind}. */
    static final String COLUMNS = "(event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
            + " payload_type, payload_revision, payload, meta_data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String WHEN = "2026-01-05T01:00:00.000Z";
    private static final int DIGEST = 64;

    private static final byte[] METADATA = new Provenance(
                    "https://bench.example",
                    "bench",
                    null,
                    "120100",
                    null,
                    "1." + "a".repeat(DIGEST),
                    "1." + "b".repeat(DIGEST),
                    null,
                    new UUID(1, 2).toString())
            .encode();

    /** Fills an insert's parameters. */
    void bind(PreparedStatement insert) throws SQLException {
        EventCodec.Encoded encoded = Events.codec().encode(event);
        int at = 0;
        insert.setString(++at, UUID.randomUUID().toString());
        insert.setString(++at, stream.stored());
        insert.setLong(++at, sequence);
        insert.setString(++at, stream.type().label());
        insert.setString(++at, WHEN);
        insert.setString(++at, encoded.name());
        insert.setString(++at, Integer.toString(encoded.version()));
        insert.setBytes(++at, encoded.payload());
        insert.setBytes(++at, METADATA);
    }
}
