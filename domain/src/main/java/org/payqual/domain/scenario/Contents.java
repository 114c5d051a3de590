package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What registrations say, so that a change of one need not repeat what stays as it was. */
final class Contents {

    private record Said(String role, boolean primary) {}

    private final Map<List<String>, Said> said = new HashMap<>();

    void accepted(Entry entry) {
        switch (entry) {
            case Entry.Registration it -> put(it.person(), it.institution(), new Said(it.role(), it.primary()));
            case Entry.Amendment it -> put(it.person(), it.institution(), new Said(it.role(), it.primary()));
            case Entry.Merger it ->
                List.copyOf(said.keySet()).stream()
                        .filter(of -> of.getFirst().equals(it.person()))
                        .forEach(of -> said.putIfAbsent(List.of(it.into(), of.getLast()), said.remove(of)));
            default -> {}
        }
    }

    /** Returns the change with all that it says; nothing where no role is known that could stay. */
    List<Entry.Amendment> amended(String person, Act.Amend amend, LocalDate date) {
        Said before = said.get(List.of(person, amend.at()));
        String role = amend.role() != null ? amend.role() : before == null ? null : before.role();
        boolean primary = amend.primary() != null ? amend.primary() : before != null && before.primary();
        return role == null ? List.of() : List.of(new Entry.Amendment(person, amend.at(), date, role, primary));
    }

    private void put(String person, String institution, Said says) {
        said.put(List.of(person, institution), says);
    }
}
