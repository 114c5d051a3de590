package org.payqual.domain.leaf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/**
 * What leaf version 1 says of one event. {@code docs/format.md} describes the bytes, with test vectors.
 *
 * @param ledger the ledger's id, so that papers of one ledger never pass for another's
 * @param streamType the kind of stream, by its label, such as {@code person}
 * @param streamId the stream's id within its kind
 * @param sequence the event's number within its stream, from 0
 * @param eventId the event's own id
 * @param name the event's registered name
 * @param version the version of the payload's form under that name, from 1
 * @param timestamp when the writing program made the event, in whole milliseconds; information only
 * @param sealedAt when the database gave the event its position, in whole milliseconds
 * @param payload the digest of the stored payload bytes, see {@link #digestOfPayload}
 * @param metadata the digest of the metadata, see {@link #digestOfMetadata}
 */
public record LeafV1(
        String ledger,
        String streamType,
        String streamId,
        long sequence,
        String eventId,
        String name,
        int version,
        Instant timestamp,
        Instant sealedAt,
        Digest payload,
        Digest metadata) {

    /** The number that every leaf of this version begins with. */
    public static final int VERSION = 1;

    private static final byte[] LEAF_PREFIX = {0};

    /**
     * Check what the encoding could not show.
     *
     * @throws IllegalArgumentException if the sequence is negative, the version is below 1, or an instant is finer than
     *     a millisecond
     */
    public LeafV1 {
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence starts at 0, not " + sequence);
        }
        if (version < 1) {
            throw new IllegalArgumentException("a version starts at 1, not " + version);
        }
        requireMilliseconds(timestamp);
        requireMilliseconds(sealedAt);
    }

    /** Hash a payload exactly as it is stored. */
    public static Digest digestOfPayload(byte[] stored) {
        return Digest.of(stored);
    }

    /**
     * Hash metadata in its canonical form: entries in the order of their keys' UTF-8 bytes, each key and each value
     * behind its length.
     *
     * @throws IllegalArgumentException if a key or value has no UTF-8 form
     */
    public static Digest digestOfMetadata(Map<String, String> metadata) {
        Fields fields = new Fields();
        metadata.entrySet().stream()
                .sorted(Comparator.comparing(entry -> Fields.utf8(entry.getKey()), Arrays::compareUnsigned))
                .forEach(entry -> fields.text(entry.getKey()).text(entry.getValue()));
        return Digest.of(fields.bytes());
    }

    /** Return the encoded leaf. */
    public byte[] bytes() {
        return new Fields()
                .octet(VERSION)
                .text(ledger)
                .text(streamType)
                .text(streamId)
                .int64(sequence)
                .text(eventId)
                .text(name)
                .int32(version)
                .int64(timestamp.toEpochMilli())
                .int64(sealedAt.toEpochMilli())
                .octets(payload.bytes())
                .octets(metadata.bytes())
                .bytes();
    }

    /** Return the leaf hash of RFC 6962: SHA-256 of a zero byte and the encoded leaf. */
    public Digest hash() {
        return Digest.of(LEAF_PREFIX, bytes());
    }

    private static void requireMilliseconds(Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a leaf knows whole milliseconds only");
        }
    }
}
