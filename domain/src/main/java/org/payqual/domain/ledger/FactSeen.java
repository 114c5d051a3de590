package org.payqual.domain.ledger;

/**
 * Which version of another stream a decision looked at.
 *
 * @param stream the kind of stream
 * @param id the stream's id
 * @param version the sequence number of the last event seen, from 0
 */
public record FactSeen(StreamType stream, String id, long version) {}
