package org.payqual.ops.upload;

/**
 * A file could not be handed in, or not to its end. The sentence is for the person at the terminal, in both languages.
 */
public final class UploadFailed extends Exception {

    private static final long serialVersionUID = 1L;

    UploadFailed(String sentence) {
        super(sentence, null, false, false);
    }

    /** Returns what is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
