package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.rulebook.Appeal.Handler;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Rulebook;

/** Who has to decide an appeal, and about which handling, as a scenario leaves it out (TJ-34.3). */
final class Disputes {

    private final Rulebook rulebook;
    private final Map<List<String>, Entry.Basis> scored = new HashMap<>();
    private final Map<List<String>, Entry.Basis> appealed = new HashMap<>();
    private final Map<List<String>, Integer> instance = new HashMap<>();

    Disputes(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    void accepted(Entry entry) {
        switch (entry) {
            case Entry.Scoring it -> scored.put(List.of(it.person(), it.notice()), it.basis());
            case Entry.AppealFiling it -> {
                Entry.Basis basis = scored.get(List.of(it.person(), it.notice()));
                if (basis != null) {
                    appealed.put(List.of(it.person(), it.appeal()), basis);
                }
            }
            case Entry.AppealEscalation it -> instance.merge(List.of(it.person(), it.appeal()), 1, Integer::sum);
            case Entry.Merger it -> {
                goOver(scored, it);
                goOver(appealed, it);
                goOver(instance, it);
            }
            default -> {}
        }
    }

    private static <T> void goOver(Map<List<String>, T> known, Entry.Merger merger) {
        List.copyOf(known.keySet()).stream()
                .filter(it -> it.getFirst().equals(merger.person()))
                .forEach(it -> known.put(List.of(merger.into(), it.getLast()), known.remove(it)));
    }

    /** Returns the day of the handling behind an appeal, where such an appeal was filed. */
    Optional<LocalDate> handlingDate(String person, String appeal) {
        return Optional.ofNullable(appealed.get(List.of(person, appeal))).map(Entry.Basis::date);
    }

    /** Returns who has to decide an appeal now; one never filed would go to the agency, which refuses it. */
    Determiner handler(String person, String appeal) {
        Entry.Basis basis = appealed.get(List.of(person, appeal));
        if (basis == null) {
            return Determiner.AGENCY;
        }
        List<Handler> by = rulebook.appeal().handling().by();
        return by.get(instance.getOrDefault(List.of(person, appeal), 0))
                .after(rulebook.responsibility().after(basis.kind()));
    }
}
