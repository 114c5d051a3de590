package org.payqual.projections.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.payqual.domain.person.Held;

/**
 * What a run of events changes in one table: the rows there that end, and the new ones. A row that begins and ends
 * within the run is exact all the same and is added as ended.
 *
 * @param <T> the kind of thing that the table keeps
 */
public final class RowChanges<T> {

    private final List<Closing<T>> closings = new ArrayList<>();
    private final List<Known<T>> ended = new ArrayList<>();
    private final Map<String, Map<Held<T>, Long>> begun = new LinkedHashMap<>();

    /** Takes in that at a position a person's rows became others. */
    void change(String person, long position, List<Held<T>> before, List<Held<T>> after) {
        if (before.equals(after)) {
            return;
        }
        Set<Held<T>> kept = new HashSet<>(after);
        kept.retainAll(before);
        before.stream().filter(it -> !kept.contains(it)).forEach(it -> end(person, position, it));
        after.stream()
                .filter(it -> !kept.contains(it))
                .forEach(it -> begun.computeIfAbsent(person, key -> new LinkedHashMap<>())
                        .put(it, position));
    }

    /** Takes in that at a position the rows of a person begun in this run end. */
    void stop(String person, long position) {
        Map<Held<T>, Long> open = begun.remove(person);
        if (open != null) {
            open.forEach((held, from) -> ended.add(new Known<>(person, held, from, position)));
        }
    }

    private void end(String person, long position, Held<T> held) {
        Map<Held<T>, Long> open = begun.get(person);
        Long from = open == null ? null : open.remove(held);
        if (from == null) {
            closings.add(new Closing<>(person, held, position));
        } else {
            ended.add(new Known<>(person, held, from, position));
        }
    }

    /** Returns the ends of rows that were there before. */
    public List<Closing<T>> closings() {
        return List.copyOf(closings);
    }

    /** Returns the new rows. */
    public List<Known<T>> rows() {
        Stream<Known<T>> open = begun.entrySet().stream()
                .flatMap(person -> person.getValue().entrySet().stream()
                        .map(it -> new Known<>(person.getKey(), it.getKey(), it.getValue(), null)));
        return Stream.concat(ended.stream(), open).toList();
    }
}
