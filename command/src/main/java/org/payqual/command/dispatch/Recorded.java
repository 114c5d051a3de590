package org.payqual.command.dispatch;

import java.util.OptionalLong;
import org.payqual.domain.ledger.StreamName;

/**
 * That something is recorded.
 *
 * @param stream in which stream
 * @param version the sequence of the last event in that stream
 * @param position of that event in the log; empty as long as it is not sealed
 */
public record Recorded(StreamName stream, long version, OptionalLong position) {}
