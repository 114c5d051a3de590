package org.payqual.domain.person;

import java.util.ArrayList;
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
 * differ between the consequences before and after is left alone.
 *
 * @param person as recorded before the change
 * @param before the consequences before the change
 * @param after the consequences after it
 */
record Reconciliation(Person person, Map<String, Consequence> before, Map<String, Consequence> after) {

    /** Returns the events that bring the measures in line. */
    List<PersonEvent> events(String because, Receipt receipt) {
        List<PersonEvent> events = new ArrayList<>();
        for (RecordedMeasure recorded : person.measures().values()) {
            String notice = recorded.terms().notice();
            Measure was = measure(before.get(notice));
            Measure now = measure(after.get(notice));
            if (was != null && !was.equals(now)) {
                events.addAll(inLine(recorded.terms(), now, because, receipt));
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

    private static List<PersonEvent> inLine(Measure recorded, @Nullable Measure now, String because, Receipt receipt) {
        boolean termination = recorded.kind() == MeasureKind.TERMINATION;
        if (now == null) {
            return List.of(revoked(recorded, because, receipt));
        }
        if (!Consequence.milder(now, recorded)) {
            return List.of();
        }
        if (now.kind() != recorded.kind()) {
            return List.of(revoked(recorded, because, receipt), begun(now, receipt));
        }
        return List.of(
                termination
                        ? new TerminationChanged(now, because, receipt)
                        : new SuspensionChanged(now, because, receipt));
    }

    /** Returns the event by which a measure begins. */
    static PersonEvent begun(Measure measure, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new Terminated(measure, receipt)
                : new Suspended(measure, receipt);
    }

    private static PersonEvent revoked(Measure measure, String because, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new TerminationRevoked(measure.notice(), because, receipt)
                : new SuspensionRevoked(measure.notice(), because, receipt);
    }

    private static @Nullable Measure measure(@Nullable Consequence consequence) {
        return consequence == null ? null : consequence.measure();
    }

    private static boolean supervised(@Nullable Consequence consequence) {
        return consequence != null && consequence.supervision() != null;
    }
}
