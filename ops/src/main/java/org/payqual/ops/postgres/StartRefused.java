package org.payqual.ops.postgres;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start, for a reason that whoever started it can remove. The message is one plain sentence for
 * that person in Chinese, {@code " / "}, and the same in English; it is shown without a stack trace.
 */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Make a refusal from its sentence. */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /** Make a refusal from its sentence and what led to it. */
    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
