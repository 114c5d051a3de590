package org.payqual.projections.person;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in the text form of PostgreSQL's {@code COPY}. */
final class CopyText {

    private static final String NOTHING = "\\N";

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean rowBegun;

    /**
     * Adds the next column of the row.
     *
     * @throws IllegalArgumentException if no column of a row is of that type
     */
    void add(@Nullable Object value) {
        switch (value) {
            case null -> begin().append(NOTHING);
            case Boolean truth -> begin().append(truth ? 't' : 'f');
            case Number number -> begin().append(number);
            case LocalDate day -> begin().append(day);
            case String string -> escape(begin(), string);
            case String[] strings -> escape(begin(), array(strings));
            default ->
                throw new IllegalArgumentException(
                        "no column holds a " + value.getClass().getName());
        }
    }

    /** Adds a half-open range as the next column; null means that an end is open. */
    void addRange(@Nullable Object from, @Nullable Object until) {
        begin().append(from == null ? "(" : "[")
                .append(from == null ? "" : from)
                .append(',');
        text.append(until == null ? "" : until).append(')');
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    int length() {
        return text.length();
    }

    /** Returns what was added, in UTF-8, and begins anew. */
    byte[] take() {
        byte[] taken = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return taken;
    }

    private StringBuilder begin() {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        return text;
    }

    private static String array(String... strings) {
        return Arrays.stream(strings)
                .map(it -> '"' + it.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void escape(StringBuilder to, String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
    }
}
