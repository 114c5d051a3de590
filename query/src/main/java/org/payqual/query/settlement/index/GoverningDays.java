package org.payqual.query.settlement.index;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.payqual.domain.rulebook.Effective;
import org.payqual.domain.rulebook.Governing;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Rulebooks;

/**
 * Which rulebook governs a region on a day, asked once for each span of days between those on which a rulebook begins
 * or ends.
 */
final class GoverningDays {

    private final Rulebooks rulebooks;
    private final Map<String, NavigableMap<LocalDate, Governing>> regions = new ConcurrentHashMap<>();

    GoverningDays(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    Governing on(String region, LocalDate day) {
        Map.Entry<LocalDate, Governing> since =
                regions.computeIfAbsent(region, this::turns).floorEntry(day);
        // Where none governs, the day is part of the answer.
        return since != null && since.getValue() instanceof Governing.One one ? one : rulebooks.governing(region, day);
    }

    private NavigableMap<LocalDate, Governing> turns(String region) {
        NavigableMap<LocalDate, Governing> turns = new TreeMap<>();
        rulebooks.all().stream()
                .map(Rulebook::effective)
                .flatMap(GoverningDays::ends)
                .forEach(day -> turns.put(day, rulebooks.governing(region, day)));
        return turns;
    }

    private static Stream<LocalDate> ends(Effective effective) {
        return Stream.of(effective.from(), effective.until()).filter(Objects::nonNull);
    }
}
