package org.payqual.command.port;

import org.payqual.domain.identity.StatementReader;
import org.payqual.domain.ledger.StreamType;

/**
 * Free texts, such as reasons, of which the ledger keeps only a digest. The text lies encrypted with the person whom
 * the stream is about, or with the stream, and dies with the person's key; the digest then proves nothing and betrays
 * nothing, for its salt is gone too.
 */
public interface Statements extends StatementReader {

    /** The greatest length of a text, in characters of UTF-16. */
    int LONGEST = 20_000;

    /**
     * Keeps a text and gives the digest for the event: SHA-256 in hex of 32 random bytes followed by the text in NFC
     * and UTF-8. The same text gives another digest each time.
     *
     * @param stream the kind of the stream that the event goes to
     * @param id the id of that stream; a person must have been reserved
     * @throws org.payqual.domain.identity.IdentityFault if the person is unknown or erased, or a key is not at hand
     * @throws IllegalArgumentException if the text is blank, too long or no text
     */
    String digestOf(StreamType stream, String id, String text);
}
