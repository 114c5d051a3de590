package org.payqual.query.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/**
 * A free text, such as a reason, of which the ledger has the digest: SHA-256 of the salt's bytes followed by the text
 * in UTF-8.
 *
 * @param digest as it stands in the event
 * @param state whether the text is kept, erased, or cannot be read
 * @param text where it is kept
 * @param salt 64 hex digits, where the text is kept
 * @param keptAt when it was kept, where it is
 * @param erasedAt when it was erased, where it was
 */
record TextAnswer(
        String digest,
        State state,
        @Nullable String text,
        @Nullable String salt,
        @Nullable Instant keptAt,
        @Nullable Instant erasedAt) {

    /** Whether there is a text to show. */
    enum State {
        /** It is kept. */
        KEPT,
        /** It died with the key of the person whom it is about. */
        ERASED,
        /** The key that could read it is lost. */
        UNREADABLE
    }

    /**
     * Shows what can be said of a text.
     *
     * @throws ProblemException if no text of that digest is kept
     */
    static TextAnswer of(String digest, Statement statement) {
        return switch (statement) {
            case Statement.Kept it -> new TextAnswer(digest, State.KEPT, it.text(), it.salt(), it.recordedAt(), null);
            case Statement.Erased it -> new TextAnswer(digest, State.ERASED, null, null, null, it.at());
            case Statement.Unreadable it -> new TextAnswer(digest, State.UNREADABLE, null, null, null, null);
            case Statement.Unknown it -> throw new ProblemException(new Problem.NotFound("text", "digest"));
        };
    }

    @Override
    public String toString() {
        return "a text, " + state;
    }
}
