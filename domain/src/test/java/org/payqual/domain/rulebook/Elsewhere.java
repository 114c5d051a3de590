package org.payqual.domain.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An invented rulebook that says everything a rulebook can say. */
final class Elsewhere {

    static final String TEXT = text();

    private Elsewhere() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text() {
        try (InputStream file = Elsewhere.class.getResourceAsStream("elsewhere-2026.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
