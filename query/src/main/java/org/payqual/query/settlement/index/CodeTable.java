package org.payqual.query.settlement.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose each code is. Codes are kept as bytes and found by open addressing; a code that nobody has any more keeps its
 * place.
 */
final class CodeTable {

    static final int NOBODY = -1;
    static final int SEVERAL = -2;

    private static final int FIRST_CODES = 1024;

    private final ByteArena texts = new ByteArena();
    private final Packing packing = new Packing();
    private final Map<Integer, Set<Integer>> shared = new HashMap<>();
    private int[] at = new int[FIRST_CODES];
    private int[] holders = new int[FIRST_CODES];
    private int[] slots = Slots.empty(FIRST_CODES * 2);
    private int count;

    /** Returns whose a code is: a person's number, {@link #NOBODY} or {@link #SEVERAL}. */
    int holder(String code) {
        byte[] text = code.getBytes(StandardCharsets.UTF_8);
        int number = slots[slot(text)];
        return number < 0 ? NOBODY : holders[number];
    }

    /** Gives a code to a person, and returns its number. */
    int give(String code, int person) {
        byte[] text = code.getBytes(StandardCharsets.UTF_8);
        int slot = slot(text);
        int number = slots[slot] < 0 ? add(text, slot) : slots[slot];
        if (holders[number] == NOBODY) {
            holders[number] = person;
        } else if (holders[number] != person) {
            Set<Integer> all = shared.computeIfAbsent(number, it -> new TreeSet<>(Set.of(holders[number])));
            all.add(person);
            holders[number] = SEVERAL;
        }
        return number;
    }

    /** Takes a code, known by its number, from a person who has it. */
    void take(int number, int person) {
        Set<Integer> all = shared.get(number);
        if (all == null) {
            holders[number] = NOBODY;
            return;
        }
        all.remove(person);
        if (all.size() == 1) {
            holders[number] = all.iterator().next();
            shared.remove(number);
        }
    }

    private int add(byte[] text, int slot) {
        if (count == at.length) {
            int longer = count + (count >> 1);
            at = Arrays.copyOf(at, longer);
            holders = Arrays.copyOf(holders, longer);
        }
        int number = count++;
        packing.clear();
        packing.text(text);
        at[number] = packing.storeIn(texts);
        holders[number] = NOBODY;
        slots[slot] = number;
        if (count * 3L > slots.length * 2L) {
            rehash();
        }
        return number;
    }

    private void rehash() {
        slots = Slots.empty(slots.length * 2);
        for (int number = 0; number < count; number++) {
            slots[slot(new Unpacking(texts, at[number]).text())] = number;
        }
    }

    /** Finds the slot of a text: its own, or the empty one where it would go. */
    private int slot(byte[] text) {
        int mask = slots.length - 1;
        int slot = Slots.spread(Arrays.hashCode(text)) & mask;
        while (slots[slot] >= 0 && !new Unpacking(texts, at[slots[slot]]).isText(text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
