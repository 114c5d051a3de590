package org.payqual.ops.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.payqual.domain.person.PersonEvent;

/**
 * People of one ledger who live at random side by side: everything that the law lets happen, and now and then a merger
 * of two records into one that goes on.
 */
final class Population {

    private static final int MERGERS = 25;
    private static final List<List<String>> PLACES = List.of(List.of("H1", "H2", "P1"), List.of("H3", "H4", "P2"));

    private final LiveLedger ledger;
    private final RandomGenerator random;
    private final Map<String, Lives> going = new LinkedHashMap<>();
    private final List<String> everyone = new ArrayList<>();
    private int merged;

    /** Begins with nobody. */
    Population(LiveLedger ledger, RandomGenerator random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** Adds people, by an event each. */
    Population with(int people) throws SQLException {
        for (int i = 0; i < people; i++) {
            String id = UUID.randomUUID().toString();
            int number = everyone.size();
            going.put(id, new Lives(random, PLACES.get(number % PLACES.size()), number + "-"));
            everyone.add(id);
            liveOn(id, 1);
        }
        return this;
    }

    /** Lets those who have not been merged into others live on, several commands to a transaction. */
    void live(int commands) throws SQLException {
        for (int i = 0; i < commands; i++) {
            if (random.nextInt(MERGERS) == 0) {
                merge(anyone(), anyone());
            } else {
                String id = anyone();
                append(id, going.get(id).next());
            }
            if (random.nextInt(3) == 0) {
                ledger.commit();
            }
        }
        ledger.commit();
    }

    /** Lets one of them live on, in one transaction. */
    void liveOn(String id, int commands) throws SQLException {
        for (int i = 0; i < commands; i++) {
            append(id, going.get(id).next());
        }
        ledger.commit();
    }

    /** Merges two records, in one transaction, where the law lets it; tells whether it does. */
    boolean merge(String closed, String survivor) throws SQLException {
        if (closed.equals(survivor)) {
            return false;
        }
        Optional<List<List<PersonEvent>>> events = going.get(closed).mergeInto(going.get(survivor), closed, survivor);
        if (events.isEmpty()) {
            return false;
        }
        append(survivor, events.get().getFirst());
        append(closed, events.get().getLast());
        ledger.commit();
        going.remove(closed);
        merged++;
        return true;
    }

    /** Lets nothing more happen to one of them. */
    void leave(String id) {
        going.remove(id);
    }

    /** Returns the ids of all, those merged into others too. */
    List<String> everyone() {
        return List.copyOf(everyone);
    }

    /** Returns how many records were merged into others. */
    int merged() {
        return merged;
    }

    private String anyone() {
        return List.copyOf(going.keySet()).get(random.nextInt(going.size()));
    }

    private void append(String id, List<PersonEvent> events) throws SQLException {
        for (PersonEvent event : events) {
            ledger.append(id, event);
        }
    }
}
