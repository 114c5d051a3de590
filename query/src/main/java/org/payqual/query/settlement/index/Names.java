package org.payqual.query.settlement.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that many records share, each kept once and known by its number. */
final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Returns the number of a name, a new one where it has none yet. */
    int number(String name) {
        return numbers.computeIfAbsent(name, it -> {
            names.add(it);
            return names.size() - 1;
        });
    }

    String name(int number) {
        return names.get(number);
    }
}
