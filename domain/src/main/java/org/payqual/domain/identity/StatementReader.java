package org.payqual.domain.identity;

import org.payqual.domain.ledger.StreamType;

/** Reads the texts of which events carry only digests. */
public interface StatementReader {

    /**
     * Reads a text by the digest that stands in an event of its stream; also one that a person's record took over from
     * another that was joined with it.
     *
     * @param stream the kind of that stream
     * @param id the id of that stream
     * @param digest in hex
     * @throws IdentityFault if a key is not at hand
     */
    Statement read(StreamType stream, String id, String digest);
}
