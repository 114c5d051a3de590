package org.payqual.ops.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts fields side by side so that no two lists of fields give the same bytes. */
public final class Framing {

    private Framing() {}

    /** Joins fields, each after its length as four bytes, greatest first. */
    public static byte[] of(byte[]... fields) {
        int length = Arrays.stream(fields)
                .mapToInt(field -> Integer.BYTES + field.length)
                .sum();
        ByteBuffer frame = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            frame.putInt(field.length).put(field);
        }
        return frame.array();
    }

    /** Joins texts in UTF-8 in the same way. */
    public static byte[] of(String... fields) {
        return of(Arrays.stream(fields)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }
}
