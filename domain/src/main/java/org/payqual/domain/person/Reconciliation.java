package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.FactSeen;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.Suspended;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.Terminated;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;
import org.payqual.domain.rulebook.MeasureKind;
import org.payqual.domain.rulebook.Rulebook;

/**
 * What changes about a person's measures because one notice changed (TJ-34.4): what no longer follows is revoked from
 * its first day, what follows more mildly is replaced from the original day, nothing becomes heavier. Whatever does not
 * differ between the consequences before and after is left alone, and what repairs made shorter stays shorter.
 *
 * @param person as recorded before the change
 * @param cause by what kind of change this is brought about
 * @param causeId the notice that changes, or the sequence number of the entry corrected
 * @param before what followed before the change
 * @param after what follows after it
 * @param facts where the rulebooks are found
 */
record Reconciliation(Person person, MeasureCause cause, String causeId, Follows before, Follows after, Facts facts) {

    /**
     * What follows from notices, by their ids.
     *
     * @param measures of those from which one follows
     * @param supervised those from which key supervision follows
     */
    record Follows(Map<String, Measure> measures, Set<String> supervised) {

        /** Works out what follows from notices after repairs. */
        static Follows from(Collection<Notice> notices, Collection<Repair> repairs, Facts facts) {
            Map<String, Measure> measures = new HashMap<>();
            Set<String> supervised = new HashSet<>();
            new Consequences(facts::rulebook).of(notices, repairs).forEach((notice, it) -> {
                if (it.measure() != null) {
                    measures.put(notice, it.measure());
                }
                if (it.supervision() != null) {
                    supervised.add(notice);
                }
            });
            return new Follows(measures, supervised);
        }
    }

    /** Compares what follows now with what follows once a notice has become another. */
    static Reconciliation changing(Person person, Notice becomes, Facts facts) {
        Map<String, Notice> notices = new LinkedHashMap<>(person.notices());
        notices.put(becomes.id(), becomes);
        Collection<Repair> repairs = person.redress().repairs().values();
        return new Reconciliation(
                person,
                MeasureCause.NOTICE_CHANGED,
                becomes.id(),
                Follows.from(person.notices().values(), repairs, facts),
                Follows.from(notices.values(), repairs, facts),
                facts);
    }

    /**
     * Compares what a correction brings back, as it stood when it was taken away, with what follows by now. What the
     * correction leaves as it was stays as it is.
     *
     * @param was the person before the correction
     * @param person the person after it
     * @param entry the sequence number of the entry corrected
     */
    static Reconciliation broughtBack(Person was, Person person, long entry, Facts facts) {
        Map<String, Measure> measures = new HashMap<>();
        for (RecordedMeasure it : person.measures().values()) {
            if (!it.equals(was.measures().get(it.terms().notice()))) {
                measures.put(it.terms().notice(), it.terms());
            }
        }
        Set<String> supervised = new HashSet<>();
        for (KeySupervision it : person.supervisions()) {
            if (!was.supervisions().contains(it)) {
                supervised.add(it.notice());
            }
        }
        return new Reconciliation(
                person,
                MeasureCause.ENTRY_CORRECTED,
                Long.toString(entry),
                new Follows(measures, supervised),
                Follows.from(
                        person.notices().values(), person.redress().repairs().values(), facts),
                facts);
    }

    /**
     * Returns the events that bring the measures in line, each by the rulebook of the notice from which the measure
     * follows.
     *
     * @param seen the facts of other streams that the change rests on
     */
    List<PersonEvent> events(List<FactSeen> seen) {
        List<PersonEvent> events = new ArrayList<>();
        for (RecordedMeasure recorded : person.measures().values()) {
            String notice = recorded.terms().notice();
            @Nullable Measure was = before.measures().get(notice);
            @Nullable Measure now = after.measures().get(notice);
            if (was != null && !was.equals(now)) {
                events.addAll(inLine(recorded.terms(), now == null ? null : shortened(now), receipt(notice, seen)));
            }
        }
        return events;
    }

    private Receipt receipt(String notice, List<FactSeen> seen) {
        Rulebook rulebook = Deciding.rulebookOf(person.notice(notice), facts);
        return Deciding.receipt(
                rulebook, List.of(rulebook.appeal().outcome().provision()), seen.toArray(FactSeen[]::new));
    }

    /** Returns the notices whose key supervision no longer follows. */
    List<String> supervisionsEnded() {
        return person.supervisions().stream()
                .map(KeySupervision::notice)
                .filter(notice -> before.supervised().contains(notice)
                        && !after.supervised().contains(notice))
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
                        ? new TerminationChanged(now, cause, causeId, receipt)
                        : new SuspensionChanged(now, cause, causeId, receipt));
    }

    /** Returns the event by which a measure begins. */
    static PersonEvent begun(Measure measure, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new Terminated(measure, receipt)
                : new Suspended(measure, receipt);
    }

    private PersonEvent revoked(Measure measure, Receipt receipt) {
        return measure.kind() == MeasureKind.TERMINATION
                ? new TerminationRevoked(measure.notice(), cause, causeId, receipt)
                : new SuspensionRevoked(measure.notice(), cause, causeId, receipt);
    }
}
