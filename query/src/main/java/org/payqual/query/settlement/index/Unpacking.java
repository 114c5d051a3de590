package org.payqual.query.settlement.index;

/** Takes out of an arena, from a place on, what {@link Packing} put there. */
final class Unpacking {

    private final ByteArena arena;
    private int position;

    Unpacking(ByteArena arena, int position) {
        this.arena = arena;
        this.position = position;
    }

    int number() {
        int number = 0;
        int shift = 0;
        byte next;
        do {
            next = arena.at(position++);
            number |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }

    int signed() {
        int number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    /** Tells whether the text that begins here is this one. */
    boolean isText(byte[] text) {
        if (number() != text.length) {
            return false;
        }
        for (byte it : text) {
            if (arena.at(position++) != it) {
                return false;
            }
        }
        return true;
    }

    byte[] text() {
        byte[] text = new byte[number()];
        for (int i = 0; i < text.length; i++) {
            text[i] = arena.at(position++);
        }
        return text;
    }

    int position() {
        return position;
    }
}
