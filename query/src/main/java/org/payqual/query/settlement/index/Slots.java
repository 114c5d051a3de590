package org.payqual.query.settlement.index;

import java.util.Arrays;

/** The slots of open addressing: their number is a power of two, and an empty one holds a negative number. */
final class Slots {

    private static final int GOLDEN = 0x9E3779B9;

    private Slots() {}

    static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    /** Spreads hashes that lie close together, as those of numbers given one after the other do. */
    static int spread(int hash) {
        int mixed = hash * GOLDEN;
        return mixed ^ (mixed >>> 15);
    }
}
