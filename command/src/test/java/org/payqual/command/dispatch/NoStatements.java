package org.payqual.command.dispatch;

import org.payqual.command.port.Statements;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;

/** Keeps no texts. */
final class NoStatements implements Statements {

    @Override
    public String digestOf(StreamType stream, String id, String text) {
        throw new AssertionError("no text is expected here");
    }

    @Override
    public Statement read(StreamType stream, String id, String digest) {
        return new Statement.Unknown();
    }
}
