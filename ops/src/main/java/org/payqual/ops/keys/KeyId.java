package org.payqual.ops.keys;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one key, as in {@code master-1}.
 *
 * @param purpose what it is for
 * @param version from 1
 */
public record KeyId(KeyPurpose purpose, int version) implements Comparable<KeyId> {

    private static final Pattern NAME = Pattern.compile("([a-z]+)-([1-9][0-9]{0,8})");
    private static final Comparator<KeyId> ORDER =
            Comparator.comparing(KeyId::purpose).thenComparingInt(KeyId::version);

    /** Reads a name such as {@code master-1}; empty if it names no key. */
    public static Optional<KeyId> of(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? KeyPurpose.of(parts.group(1)).map(purpose -> new KeyId(purpose, Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(KeyId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return purpose.label() + "-" + version;
    }
}
