package org.payqual.projections.log;

import java.time.Instant;
import org.payqual.domain.ledger.StreamType;

/**
 * An event at its place in the log, as it is stored.
 *
 * @param position its place, from 0 without gaps
 * @param sealedAt when it got that place, by PostgreSQL's clock in milliseconds; never earlier than the one before
 * @param stream the kind of its stream
 * @param streamId its stream's id within the kind
 * @param sequence its number within the stream, from 0
 * @param eventId its own id
 * @param timestamp when the writing program made it; information only
 * @param name its registered name
 * @param version the version of the payload's form
 * @param payload the stored bytes
 * @param metadata the stored bytes, a flat JSON object of strings
 * @param leafHash the leaf hash, 32 bytes
 */
// The arrays are the rows' own bytes, passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record SealedEvent(
        long position,
        Instant sealedAt,
        StreamType stream,
        String streamId,
        long sequence,
        String eventId,
        Instant timestamp,
        String name,
        int version,
        byte[] payload,
        byte[] metadata,
        byte[] leafHash)
        implements LoggedEvent {}
