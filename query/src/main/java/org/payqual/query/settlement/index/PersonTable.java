package org.payqual.query.settlement.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.payqual.domain.person.SettlementSpans;

/**
 * Everyone's spans, found by the person's id or by one of their codes. A record is bytes: its length, the numbers of
 * the person's codes, then the spans. A changed record goes to the end, and when half of all bytes are forgotten ones
 * the others move to a new arena. Not for use by several threads while one of them changes it.
 */
final class PersonTable {

    /** Nobody has such an id or code. */
    static final int UNKNOWN = -1;
    /** Several people have that code. */
    static final int SEVERAL = -2;

    private static final int NOTHING = -1;
    private static final int ID_LENGTH = 36;
    private static final int WORTH_MOVING = 1 << 22;

    private final IdTable ids = new IdTable();
    private final CodeTable codes = new CodeTable();
    private final PackedSpans packed = new PackedSpans();
    private final Packing packing = new Packing();
    private final Packing size = new Packing();
    private final Map<Integer, UUID> merged = new HashMap<>();
    private ByteArena arena = new ByteArena();
    private int[] records = new int[0];
    private boolean[] stopped = new boolean[0];
    private int forgotten;

    /** Sets what is known of a person. */
    void put(UUID id, List<String> personCodes, SettlementSpans spans) {
        int person = known(id);
        stopped[person] = false;
        packing.clear();
        recode(person, personCodes);
        packed.pack(spans, packing);
        store(person);
    }

    /** Notes that nothing more can be said of a person; the codes known by then still lead to them. */
    void stop(UUID id, List<String> personCodes) {
        int person = known(id);
        stopped[person] = true;
        packing.clear();
        recode(person, personCodes);
        store(person);
    }

    /** Notes that a record was merged into another, to which its id leads from now on. */
    void merge(UUID id, UUID into) {
        int person = known(id);
        stopped[person] = false;
        packing.clear();
        recode(person, List.of());
        store(person);
        merged.put(person, into);
    }

    /** Finds a person by id, as ids are written, or else by code; of a merged record the one in which they go on. */
    int find(String reference) {
        if (reference.length() == ID_LENGTH) {
            return isId(reference) ? find(UUID.fromString(reference)) : UNKNOWN;
        }
        return codes.holder(reference);
    }

    private int find(UUID id) {
        int person = ids.find(id);
        UUID into = merged.get(person);
        return into == null ? person : find(into);
    }

    UUID id(int person) {
        return ids.id(person);
    }

    boolean isStopped(int person) {
        return stopped[person];
    }

    SettlementSpans spans(int person) {
        Unpacking record = record(person);
        int count = record.number();
        for (int i = 0; i < count; i++) {
            record.number();
        }
        return packed.unpack(record);
    }

    int count() {
        return ids.count();
    }

    /** Tells whether this is how an id is written: {@code 8-4-4-4-12} small hexadecimal digits. */
    static boolean isId(String text) {
        if (text.length() != ID_LENGTH) {
            return false;
        }
        for (int i = 0; i < ID_LENGTH; i++) {
            char it = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? it != '-' : (it < '0' || it > '9') && (it < 'a' || it > 'f')) {
                return false;
            }
        }
        return true;
    }

    private int known(UUID id) {
        int person = ids.number(id);
        if (person >= records.length) {
            int longer = Math.max(1024, person + (person >> 1));
            int before = records.length;
            records = Arrays.copyOf(records, longer);
            Arrays.fill(records, before, longer, NOTHING);
            stopped = Arrays.copyOf(stopped, longer);
        }
        return person;
    }

    /** Takes away the codes that the person no longer has, gives the present ones, and packs their numbers. */
    private void recode(int person, List<String> personCodes) {
        if (records[person] != NOTHING) {
            Unpacking record = record(person);
            int before = record.number();
            for (int i = 0; i < before; i++) {
                codes.take(record.number(), person);
            }
        }
        packing.number(personCodes.size());
        personCodes.forEach(it -> packing.number(codes.give(it, person)));
    }

    private void store(int person) {
        if (records[person] != NOTHING) {
            forgotten += length(person);
        }
        size.clear();
        size.number(packing.length());
        records[person] = size.storeIn(arena);
        packing.storeIn(arena);
        if (forgotten > WORTH_MOVING && forgotten > arena.size() / 2) {
            move();
        }
    }

    /** Opens a person's record behind its length. */
    private Unpacking record(int person) {
        Unpacking record = new Unpacking(arena, records[person]);
        record.number();
        return record;
    }

    /** The whole length of a person's record. */
    private int length(int person) {
        Unpacking record = new Unpacking(arena, records[person]);
        int body = record.number();
        return record.position() - records[person] + body;
    }

    private void move() {
        ByteArena fresh = new ByteArena();
        for (int person = 0; person < ids.count(); person++) {
            if (records[person] != NOTHING) {
                records[person] = arena.copy(records[person], length(person), fresh);
            }
        }
        arena = fresh;
        forgotten = 0;
    }
}
