package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Through which institution somebody asks on a day, as a scenario leaves it out: one where they are registered, best
 * the one that was told their latest notice, or else the one registered at last; whoever is registered nowhere asks
 * through that of the notice.
 */
final class Places {

    /** A registration, and from which day it is over where the person leaves. */
    private record Held(
            String institution, LocalDate from, @Nullable LocalDate departed) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (departed == null || day.isBefore(departed));
        }

        /** A departure ends what began by its day and would go on beyond it. */
        Held after(Entry.Departure left) {
            boolean ends = institution.equals(left.institution())
                    && !left.date().isBefore(from)
                    && (departed == null || left.date().isBefore(departed));
            return ends ? new Held(institution, from, left.date()) : this;
        }
    }

    private final Map<String, List<Held>> registered = new HashMap<>();
    private final Map<String, Entry.Basis> scored = new HashMap<>();
    private final String first;

    Places(Scenario scenario) {
        this.first = scenario.institutions().getFirst().code();
    }

    void accepted(Entry entry) {
        switch (entry) {
            case Entry.Registration it -> held(it.person()).add(new Held(it.institution(), it.from(), null));
            case Entry.Departure it -> held(it.person()).replaceAll(held -> held.after(it));
            case Entry.Scoring it -> scored.merge(it.person(), it.basis(), Places::later);
            case Entry.Merger it -> {
                held(it.into()).addAll(0, held(it.person()));
                Entry.Basis told = scored.remove(it.person());
                if (told != null) {
                    scored.merge(it.into(), told, (survivors, closed) -> later(closed, survivors));
                }
            }
            default -> {}
        }
    }

    /** Returns the institution through which a person asks on a day. */
    String of(String person, LocalDate day) {
        Entry.Basis basis = scored.get(person);
        String told = basis == null ? first : basis.institution();
        List<Held> held = held(person).stream().filter(it -> it.on(day)).toList();
        return held.stream().anyMatch(it -> it.institution().equals(told))
                ? told
                : held.stream()
                        .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next)
                        .map(Held::institution)
                        .orElse(told);
    }

    /** Of two handlings of one day the one recorded last. */
    private static Entry.Basis later(Entry.Basis one, Entry.Basis next) {
        return next.date().isBefore(one.date()) ? one : next;
    }

    private List<Held> held(String person) {
        return registered.computeIfAbsent(person, name -> new ArrayList<>());
    }
}
