package org.payqual.query.settlement;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.BulkReading;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.SpecialCase;
import org.payqual.query.settlement.index.Checked;

/**
 * Packs what was asked about whom, and what came of it, for the access record, where {@code access.checks_of} reads its
 * numbers.
 */
final class BulkRecord {

    private static final byte INSTITUTION_UNKNOWN = 3;
    private static final byte UNANSWERED = 4;

    private final Map<String, Integer> institutions = new LinkedHashMap<>();
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private final ByteBuffer lines;

    /** Begins a record of so many lines at most. */
    BulkRecord(int most) {
        this.lines = ByteBuffer.allocate(most * BulkReading.LINE);
    }

    /** Adds a line, unless it is about nobody who is known. */
    void add(SettlementLine asked, Checked checked) {
        switch (checked) {
            case Checked.Settled it ->
                add(asked, it.person(), number(it.settlement().answer()));
            case Checked.InstitutionUnknown it -> add(asked, it.person(), INSTITUTION_UNKNOWN);
            case Checked.NoRulebook it -> add(asked, it.person(), UNANSWERED);
            case Checked.HistoryStopped it -> add(asked, it.person(), UNANSWERED);
            case Checked.PersonUnknown ignored -> {}
            case Checked.CodeShared ignored -> {}
        }
    }

    BulkReading reading(Actor actor, long position, int asked) {
        return new BulkReading(
                actor,
                Ability.READ_SETTLEMENTS,
                position,
                asked,
                List.copyOf(institutions.keySet()),
                List.copyOf(reasons.keySet()),
                Arrays.copyOf(lines.array(), lines.position()));
    }

    private void add(SettlementLine asked, UUID person, byte answer) {
        lines.putLong(person.getMostSignificantBits());
        lines.putLong(person.getLeastSignificantBits());
        lines.putShort((short) place(asked.institution(), institutions));
        lines.putShort((short) asked.validAt().toEpochDay());
        lines.putShort((short) reason(asked.reason()));
        lines.put(number(asked.question().special()));
        lines.put(answer);
    }

    private static byte number(Settlement.Answer answer) {
        return switch (answer) {
            case PAYABLE -> 0;
            case NOT_PAYABLE -> 1;
            case PAYABLE_AS_EXCEPTION -> 2;
        };
    }

    private static byte number(SpecialCase special) {
        return switch (special) {
            case NONE -> 0;
            case EMERGENCY -> 1;
            case OTHER_WITH_REASON, OTHER_WITHOUT_REASON -> 2;
        };
    }

    private int reason(@Nullable String reason) {
        return reason == null ? 0 : place(reason, reasons) + 1;
    }

    private static int place(String name, Map<String, Integer> places) {
        return places.computeIfAbsent(name, it -> places.size());
    }
}
