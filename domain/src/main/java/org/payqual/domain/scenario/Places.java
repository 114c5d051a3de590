package org.payqual.domain.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Through which institution somebody asks, as a scenario leaves it out: one where they are registered, best the one
 * that was told their latest notice, or else the one registered at last; whoever left all asks through that of the
 * notice.
 */
final class Places {

    private final Map<String, List<String>> registered = new HashMap<>();
    private final Map<String, String> scored = new HashMap<>();
    private final String first;

    Places(Scenario scenario) {
        this.first = scenario.institutions().getFirst().code();
    }

    void accepted(Entry entry) {
        switch (entry) {
            case Entry.Registration it -> places(it.person()).add(it.institution());
            case Entry.Departure it -> places(it.person()).remove(it.institution());
            case Entry.Scoring it -> scored.put(it.person(), it.basis().institution());
            case Entry.Merger it -> {
                places(it.into()).addAll(0, places(it.person()));
                String told = scored.remove(it.person());
                if (told != null) {
                    scored.putIfAbsent(it.into(), told);
                }
            }
            default -> {}
        }
    }

    String of(String person) {
        List<String> places = places(person);
        String told = scored.getOrDefault(person, first);
        return places.isEmpty() || places.contains(told) ? told : places.getLast();
    }

    private List<String> places(String person) {
        return registered.computeIfAbsent(person, name -> new ArrayList<>());
    }
}
