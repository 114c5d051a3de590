package org.payqual.projections.log;

import org.payqual.domain.ledger.StreamType;

/** An event at its place in the log, with what a fold needs of it. */
public interface LoggedEvent {

    /** Returns its place in the log, from 0 without gaps. */
    long position();

    /** Returns the kind of its stream. */
    StreamType stream();

    /** Returns its stream's id within the kind. */
    String streamId();

    /** Returns its number within the stream, from 0. */
    long sequence();

    /** Returns its registered name. */
    String name();

    /** Returns the version of the payload's form. */
    int version();

    /** Returns the stored bytes. */
    byte[] payload();
}
