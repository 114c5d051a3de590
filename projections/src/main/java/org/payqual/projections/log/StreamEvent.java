package org.payqual.projections.log;

import org.payqual.domain.ledger.StreamName;

/**
 * An event at its place in its stream, with what a fold needs of it.
 *
 * @param stream its stream
 * @param sequence its number within the stream, from 0
 * @param name its registered name
 * @param version the version of the payload's form
 * @param payload the stored bytes
 */
// The array is the row's own bytes, passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record StreamEvent(StreamName stream, long sequence, String name, int version, byte[] payload) {}
