package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.Suspended;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.Terminated;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;
import org.payqual.domain.rulebook.MeasureKind;

/**
 * What changes about a person's measures because one notice changed (TJ-34.4): what no longer follows is revoked from
 * its first day, what follows more mildly is replaced from the original day, nothing becomes heavier. Whatever does not
 * differ between the consequences before and after is left alone, and what repairs made shorter stays shorter.
 *
 * @param person as recorded before the change
 * @param changed the notice that changes
 * @param before the consequences before the change
 * @param after the consequences after it
 * @param facts where the rulebooks are found
 */
record Reconciliation(
        Person person, String changed, Map<String, Consequence> before, Map<String, Consequence> after, Facts facts) {

    /** Compares what follows now with what follows once a notice has become another. */
    static Reconciliation changing(Person person, Notice becomes, Facts facts) {
        Map<String, Notice> notices = new LinkedHashMap<>(person.notices());
        notices.put(becomes.id(), becomes);
        Consequences consequences = new Consequences(facts::rulebook);
        return new Reconciliation(
                person,
                becomes.id(),
                consequences.of(
                        person.notices().values(), person.redress().repairs().values()),
                consequences.of(notices.values(), person.redress().repairs().values()),
                facts);
    }

    /** Returns the events that bring the measures in line. */
    List<PersonEvent> events(Receipt receipt) {
        List<PersonEvent> events = new ArrayList<>();
        for (RecordedMeasure recorded : person.measures().values()) {
            String notice = recorded.terms().notice();
            Measure was = measure(before.get(notice));
            Measure now = measure(after.get(notice));
            if (was != null && !was.equals(now)) {
                events.addAll(inLine(recorded.terms(), now == null ? null : shortened(now), receipt));
            }
        }
        return events;
    }

    /** Returns the notices whose key supervision no longer follows. */
    List<String> supervisionsEnded() {
        return person.supervisions().stream()
                .map(KeySupervision::notice)
                .filter(notice -> !supervised(after.get(notice)) && supervised(before.get(notice)))
                .toList();
    }

    /** A measure worked out again stays as much shorter as repairs made it, and no repair ends it before its grant. */
    private Measure shortened(Measure now) {
        Measure shorter = now;
        for (Repair repair : person.redress().repairs().values()) {
            for (RepairEvent.Shortening it : repair.shortens()) {
                if (it.notice().equals(now.notice()) && repair.decided() != null) {
                    shorter = shorter.shortened(
                            it.months(),
                            repair.decided(),
                            Deciding.rulebookOf(person.notice(now.notice()), facts)
                                    .measures());
                }
            }
        }
        return shorter;
    }

    private List<PersonEvent> inLine(Measure recorded, @Nullable Measure now, Receipt receipt) {
        if (now == null) {
            return List.of(revoked(recorded, receipt));
        }
        if (!Consequence.milder(now, recorded)) {
            return List.of();
        }
        if (now.kind() != recorded.kind()) {
            return List.of(revoked(recorded, receipt), begun(now, receipt));
        }
        return List.of(
                recorded.kind() == MeasureKind.TERMINATION
                        ? new TerminationChanged(now, MeasureCause.NOTICE_CHANGED, changed, receipt)
                        : new SuspensionChanged(now, MeasureCause.NOTICE_CHANGED, changed, receipt));
    }

    /** Returns the event by which a measure begins. */
    static PersonEvent begun(Measure measure, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new Terminated(measure, receipt)
                : new Suspended(measure, receipt);
    }

    private PersonEvent revoked(Measure measure, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new TerminationRevoked(measure.notice(), MeasureCause.NOTICE_CHANGED, changed, receipt)
                : new SuspensionRevoked(measure.notice(), MeasureCause.NOTICE_CHANGED, changed, receipt);
    }

    private static @Nullable Measure measure(@Nullable Consequence consequence) {
        return consequence == null ? null : consequence.measure();
    }

    private static boolean supervised(@Nullable Consequence consequence) {
        return consequence != null && consequence.supervision() != null;
    }
}
