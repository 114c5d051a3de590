package org.payqual.projections.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.payqual.domain.leaf.Digest;
import org.payqual.domain.leaf.LeafV1;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;

/** A row of the event table, not sealed yet; every column as it is stored. */
// The arrays are the row's own bytes, hashed and never compared.
@SuppressWarnings("ArrayRecordComponent")
record StoredEvent(
        long globalIndex,
        String eventId,
        String aggregate,
        long sequence,
        String type,
        String timestamp,
        String name,
        String version,
        byte[] payload,
        byte[] metadata) {

    static final String COLUMNS = "global_index, event_identifier, aggregate_identifier, sequence_number, type,"
            + " time_stamp, payload_type, payload_revision, payload, meta_data";

    static final String OPENING = "ledger.opened";

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    /**
     * Return the name of the event's stream.
     *
     * @throws MalformedHistory if the row names none, or another type than its own
     */
    StreamName stream() {
        try {
            StreamName stream = StreamName.stored(aggregate);
            if (stream.type().label().equals(type)) {
                return stream;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedHistory("its stream has no name of the known form");
        }
        throw new MalformedHistory("its type is not its stream's");
    }

    /**
     * Return the id of the ledger that this event opens.
     *
     * @throws MalformedHistory if it opens none
     */
    String opens() {
        StreamName stream = stream();
        if (!name.equals(OPENING) || stream.type() != StreamType.LEDGER || sequence != 0) {
            throw new MalformedHistory("the first event of a ledger is " + OPENING);
        }
        return stream.id();
    }

    /**
     * Return the event's leaf hash over the stored bytes.
     *
     * @throws MalformedHistory if there is no leaf for what is stored
     */
    Digest leafHash(String ledger, long sealedAt) {
        StreamName stream = stream();
        try {
            return new LeafV1(
                            ledger,
                            stream.type().label(),
                            stream.id(),
                            sequence,
                            eventId,
                            name,
                            Integer.parseInt(version),
                            Instant.parse(timestamp),
                            Instant.ofEpochMilli(sealedAt),
                            LeafV1.digestOfPayload(payload),
                            LeafV1.digestOfMetadata(StoredMetadata.entries(metadata)))
                    .hash();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedHistory(
                    "no leaf can be made of it: " + e.getClass().getSimpleName());
        }
    }
}
