package org.payqual.query.settlement.index;

import java.util.Arrays;
import java.util.UUID;

/** People's ids, each with a number given in order of appearance, found by open addressing. */
final class IdTable {

    static final int NOBODY = -1;

    private static final int FIRST_PEOPLE = 1024;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private long[] high = new long[FIRST_PEOPLE];
    private long[] low = new long[FIRST_PEOPLE];
    private int[] slots = Slots.empty(FIRST_PEOPLE * 2);
    private int count;

    /** Returns the number of an id, or {@link #NOBODY}. */
    int find(UUID id) {
        return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    /** Returns the number of an id, the next one where it has none yet. */
    int number(UUID id) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (count == high.length) {
            int longer = count + (count >> 1);
            high = Arrays.copyOf(high, longer);
            low = Arrays.copyOf(low, longer);
        }
        high[count] = id.getMostSignificantBits();
        low[count] = id.getLeastSignificantBits();
        slots[slot] = count++;
        if (count * 3L > slots.length * 2L) {
            rehash();
        }
        return count - 1;
    }

    UUID id(int number) {
        return new UUID(high[number], low[number]);
    }

    int count() {
        return count;
    }

    private void rehash() {
        slots = Slots.empty(slots.length * 2);
        for (int number = 0; number < count; number++) {
            slots[slot(high[number], low[number])] = number;
        }
    }

    private int slot(long highBits, long lowBits) {
        int mask = slots.length - 1;
        // A product takes up every bit of an id, so that ids which are alike do not meet in one slot.
        int slot = Slots.spread(Long.hashCode(highBits * ODD + lowBits)) & mask;
        while (slots[slot] >= 0 && (high[slots[slot]] != highBits || low[slots[slot]] != lowBits)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
