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
    }

    String of(String person) {
        return registered.getOrDefault(person, scored.getOrDefault(person, first));
    }
}
