package org.payqual.domain.ledger;

import java.util.Arrays;

/** The kinds of streams in the ledger; their labels stand in the store and in every leaf. */
public enum StreamType {
    /** The ledger itself: its opening. */
    LEDGER("ledger"),
    /** The adopted rulebooks and calendars. */
    LAW("law"),
    /** One natural person, however many institutions and codes. */
    PERSON("person"),
    /** One contracted hospital or pharmacy. */
    INSTITUTION("institution"),
    /** One supervision or inspection, from which several handlings can come. */
    INSPECTION("inspection"),
    /** One decision against an institution or a licence. */
    HANDLING("handling");

    private final String label;

    StreamType(String label) {
        this.label = label;
    }

    /** Returns the label that is stored and sealed. */
    public String label() {
        return label;
    }

    /**
     * Finds the type of a stored label.
     *
     * @throws IllegalArgumentException if no type has that label
     */
    public static StreamType of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stream type is labelled so"));
    }
}
