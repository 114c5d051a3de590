package org.payqual.command.dispatch;

import java.util.OptionalLong;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;

/** Seals whatever it is at once, or nothing. */
record AtOnce(OptionalLong position, boolean stopped) implements Sealing {

    @Override
    public OptionalLong await(StreamType type, String stream, long sequence) {
        return position;
    }
}
