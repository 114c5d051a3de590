package org.payqual.domain.leaf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Writes fields one after the other, each behind its length as four bytes, most significant first. */
final class Fields {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    Fields octet(int value) {
        return octets(new byte[] {(byte) value});
    }

    Fields text(String value) {
        return octets(utf8(value));
    }

    Fields int32(int value) {
        return octets(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    Fields int64(long value) {
        return octets(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Fields octets(byte[] value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        out.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /**
     * Refuses half surrogates: Java would write each as a question mark, and two different texts would share a leaf.
     */
    static byte[] utf8(String value) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text has no UTF-8 form", e);
        }
    }
}
