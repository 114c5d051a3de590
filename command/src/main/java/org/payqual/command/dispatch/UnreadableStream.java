package org.payqual.command.dispatch;

import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.StreamName;

/** A stream has an event that cannot follow. Nothing about it is decided until an operator looked; all others go on. */
final class UnreadableStream extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StreamName stream;

    UnreadableStream(StreamName stream, MalformedHistory cause) {
        super(stream.stored() + ": " + cause.getMessage(), cause);
        this.stream = stream;
    }

    StreamName stream() {
        return stream;
    }
}
