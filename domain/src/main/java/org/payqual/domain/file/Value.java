package org.payqual.domain.file;

import java.util.List;
import java.util.Map;

/** What a document says somewhere, with the place where it says so. */
public sealed interface Value {

    /** Returns where the value begins. */
    Place place();

    /**
     * Keys with their values, in the order written.
     *
     * @param entries by key
     */
    record Mapping(Place place, Map<String, Entry> entries) implements Value {}

    /**
     * What stands under a key.
     *
     * @param key where the key stands
     * @param value its value
     */
    record Entry(Place key, Value value) {}

    /**
     * Values one after the other.
     *
     * @param items in the order written
     */
    record Sequence(Place place, List<Value> items) implements Value {}

    /**
     * A single word, number or sentence.
     *
     * @param text as written, without quotes
     * @param kind what YAML takes it for
     */
    record Scalar(Place place, String text, Kind kind) implements Value {

        /** What YAML 1.2 takes a scalar for; whatever is quoted is text. */
        public enum Kind {
            /** Text. */
            TEXT,
            /** A whole number. */
            WHOLE,
            /** A number with a fraction or an exponent. */
            DECIMAL,
            /** True or false. */
            TRUTH,
            /** Nothing. */
            NOTHING
        }
    }

    /** Something that could not be read, and of which a fault was told already. */
    record Unreadable(Place place) implements Value {}
}
