package org.payqual.domain.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The rulebook files that come with the product. Nothing decides by them until they are adopted. */
public final class ShippedRulebooks {

    private static final List<String> IDS = List.of("tianjin-2025", "national-2024", "chaoyang-2025");

    private ShippedRulebooks() {}

    /** Returns the ids of the rulebooks, each before those that extend it. */
    public static List<String> ids() {
        return IDS;
    }

    /** Returns the bytes of the rulebook that has an id, where one comes with the product. */
    public static Optional<byte[]> file(String id) {
        if (!IDS.contains(id)) {
            return Optional.empty();
        }
        try (InputStream file = ShippedRulebooks.class.getResourceAsStream(id + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("not in the product: " + id);
            }
            return Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
