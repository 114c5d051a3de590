package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.payqual.domain.ledger.MalformedHistory;

/**
 * All by which a person comes back: appeals, repairs, training and restorations (TJ-34 to 37). Immutable.
 *
 * @param appeals by id, in order of recording
 * @param repairs by id, in order of recording
 * @param restorations by id, in order of recording
 * @param trainings the days of training, in order of recording
 */
public record Redress(
        Map<String, Appeal> appeals,
        Map<String, Repair> repairs,
        Map<String, Restoration> restorations,
        List<LocalDate> trainings) {

    /** Nothing of the kind. */
    public static final Redress NONE = new Redress(Map.of(), Map.of(), Map.of(), List.of());

    /** Makes the collections immutable, keeping their order. */
    public Redress {
        appeals = Collections.unmodifiableMap(new LinkedHashMap<>(appeals));
        repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
        restorations = Collections.unmodifiableMap(new LinkedHashMap<>(restorations));
        trainings = List.copyOf(trainings);
    }

    /** Tells whether an appeal was open on a day. */
    public boolean objectedOn(LocalDate day) {
        return appeals.values().stream().anyMatch(it -> it.openOn(day));
    }

    /** Returns the points repaired in a calendar year. */
    public int repairedIn(int year) {
        return repairs.values().stream()
                .filter(it -> it.grantedIn(year))
                .mapToInt(Repair::points)
                .sum();
    }

    Redress after(AppealEvent event, long recorded) {
        String id = event.appeal();
        return withAppeals(
                switch (event) {
                    case AppealEvent.Filed it ->
                        opened(
                                appeals,
                                id,
                                new Appeal(
                                        id,
                                        recorded,
                                        it.notice(),
                                        it.by(),
                                        it.ground(),
                                        it.date(),
                                        it.handler(),
                                        it.organisation(),
                                        false,
                                        false,
                                        it.date(),
                                        null,
                                        null));
                    case AppealEvent.Explained it -> open(id, held -> held.explainedOn(it.date()));
                    case AppealEvent.Escalated it ->
                        changed(
                                appeals,
                                id,
                                held -> held.open() || held.outcome() != null,
                                held -> held.escalatedOn(it.date(), it.to(), it.organisation()));
                    case AppealEvent.ExpertReviewed it -> open(id, held -> held.reviewedOn(it.date()));
                    case AppealEvent.Decided it -> open(id, held -> held.closedOn(it.date(), it.outcome()));
                    case AppealEvent.Withdrawn it -> open(id, held -> held.closedOn(it.date(), null));
                });
    }

    Redress after(RepairEvent event, long recorded) {
        String id = event.repair();
        return withRepairs(
                switch (event) {
                    case RepairEvent.Requested it ->
                        opened(
                                repairs,
                                id,
                                new Repair(
                                        id,
                                        it.path(),
                                        it.institution(),
                                        it.date(),
                                        it.points(),
                                        it.points(),
                                        null,
                                        null,
                                        List.of()));
                    case RepairEvent.Granted it ->
                        changed(repairs, id, Repair::pending, held -> held.grantedBy(it, recorded));
                    case RepairEvent.Refused it ->
                        changed(repairs, id, Repair::pending, held -> held.refusedOn(it.date()));
                });
    }

    Redress after(RestorationEvent event) {
        String id = event.restoration();
        return withRestorations(
                switch (event) {
                    case RestorationEvent.Requested it ->
                        opened(
                                restorations,
                                id,
                                new Restoration(id, it.date(), it.institution(), null, it.date(), null, List.of()));
                    case RestorationEvent.PreReviewed it ->
                        changed(
                                restorations,
                                id,
                                Restoration::pending,
                                held -> held.reviewedOn(it.date(), it.passed()));
                    case RestorationEvent.Granted it ->
                        changed(restorations, id, Restoration::pending, held -> held.decidedOn(it.date(), it.lifts()));
                    case RestorationEvent.Refused it ->
                        changed(restorations, id, Restoration::pending, held -> held.decidedOn(it.date(), List.of()));
                });
    }

    Redress trainedOn(LocalDate day) {
        List<LocalDate> more = new ArrayList<>(trainings);
        more.add(day);
        return new Redress(appeals, repairs, restorations, more);
    }

    /** An appeal against a notice that falls has nothing left to decide. */
    Redress noticeFell(String notice, LocalDate day) {
        Map<String, Appeal> closed = new LinkedHashMap<>(appeals);
        closed.replaceAll((id, held) -> held.open() && held.notice().equals(notice) ? held.closedOn(day, null) : held);
        return withAppeals(closed);
    }

    private Map<String, Appeal> open(String id, UnaryOperator<Appeal> change) {
        return changed(appeals, id, Appeal::open, change);
    }

    private static <T> Map<String, T> opened(Map<String, T> held, String id, T begun) {
        if (held.containsKey(id)) {
            throw new MalformedHistory(id + " was opened before");
        }
        Map<String, T> more = new LinkedHashMap<>(held);
        more.put(id, begun);
        return more;
    }

    private static <T> Map<String, T> changed(
            Map<String, T> held, String id, Predicate<T> open, UnaryOperator<T> change) {
        T before = held.get(id);
        if (before == null || !open.test(before)) {
            throw new MalformedHistory(id + " is not open");
        }
        Map<String, T> changed = new LinkedHashMap<>(held);
        changed.put(id, change.apply(before));
        return changed;
    }

    private Redress withAppeals(Map<String, Appeal> changed) {
        return new Redress(changed, repairs, restorations, trainings);
    }

    private Redress withRepairs(Map<String, Repair> changed) {
        return new Redress(appeals, changed, restorations, trainings);
    }

    private Redress withRestorations(Map<String, Restoration> changed) {
        return new Redress(appeals, repairs, changed, trainings);
    }
}
