package org.payqual.query.settlement.index;

import java.util.Arrays;

/** Puts numbers into few bytes: the smaller a number, the fewer. Used again for one record after the other. */
final class Packing {

    private static final int FIRST_LENGTH = 256;

    private byte[] bytes = new byte[FIRST_LENGTH];
    private int length;

    void clear() {
        length = 0;
    }

    /** Adds a number that is not negative. */
    void number(int number) {
        int left = number;
        while (left > 0x7f) {
            single((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        single(left);
    }

    /** Adds a number that may be negative. */
    void signed(int number) {
        number((number << 1) ^ (number >> 31));
    }

    void text(byte[] text) {
        number(text.length);
        for (byte it : text) {
            single(it);
        }
    }

    int length() {
        return length;
    }

    /** Returns where it is stored. */
    int storeIn(ByteArena arena) {
        return arena.append(bytes, length);
    }

    private void single(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
