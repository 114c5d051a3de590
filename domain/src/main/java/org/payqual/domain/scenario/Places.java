package org.payqual.domain.scenario;

import java.util.HashMap;
import java.util.Map;

/** Through which institution somebody asks, as a scenario leaves it out: where they were registered last, or scored. */
final class Places {

    private final Map<String, String> registered = new HashMap<>();
    private final Map<String, String> scored = new HashMap<>();
    private final String first;

    Places(Scenario scenario) {
        this.first = scenario.institutions().getFirst().code();
    }

    void accepted(Entry entry) {
        if (entry instanceof Entry.Registration it) {
            registered.put(it.person(), it.institution());
        }
        if (entry instanceof Entry.Scoring it) {
            scored.put(it.person(), it.basis().institution());
        }
        if (entry instanceof Entry.Merger it) {
            goOver(registered, it);
            goOver(scored, it);
        }
    }

    private static void goOver(Map<String, String> places, Entry.Merger merger) {
        String place = places.remove(merger.person());
        if (place != null) {
            places.putIfAbsent(merger.into(), place);
        }
    }

    String of(String person) {
        return registered.getOrDefault(person, scored.getOrDefault(person, first));
    }
}
