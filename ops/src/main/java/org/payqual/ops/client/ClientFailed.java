package org.payqual.ops.client;

/**
 * A running payqual could not be asked, or said no. The sentence is for the person at the terminal, in both languages.
 */
public final class ClientFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param sentence in Chinese and English, with nothing of a file's content
     */
    public ClientFailed(String sentence) {
        super(sentence, null, false, false);
    }

    /** Returns what is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
