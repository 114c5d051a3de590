package org.payqual.projections.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a run of events changes in all tables of people. */
public final class Changes {

    private final List<TableChanges<?>> tables = begun();
    private final Map<String, Turn.Stopped> stops = new LinkedHashMap<>();

    private static List<TableChanges<?>> begun() {
        return RowTable.ALL.stream().<TableChanges<?>>map(TableChanges::begun).toList();
    }

    /** Takes in the next turn, in log order; people may come one after the other, each in log order. */
    public void add(Turn turn) {
        switch (turn) {
            case Turn.Changed it -> tables.forEach(table -> table.change(it));
            case Turn.Stopped it -> {
                tables.forEach(table -> table.rows().stop(it.person(), it.position()));
                stops.putIfAbsent(it.person(), it);
            }
            case Turn.StillStopped still -> {}
        }
    }

    /** Returns what changes in each table. */
    List<TableChanges<?>> tables() {
        return tables;
    }

    /** Returns the new rows of all tables. */
    public Stream<Known<?>> rows() {
        return tables.stream().flatMap(it -> it.rows().rows().stream());
    }

    /** Returns the ends of rows that were there before, in all tables. */
    public Stream<Closing<?>> closings() {
        return tables.stream().flatMap(it -> it.rows().closings().stream());
    }

    /** Returns the people who are stopped, by id; all rows of theirs that were open before end there. */
    public Map<String, Turn.Stopped> stops() {
        return Map.copyOf(stops);
    }
}
