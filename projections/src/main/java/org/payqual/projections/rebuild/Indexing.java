package org.payqual.projections.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes keys, constraints and indexes once the rows are there, each in a transaction of its own, and statistics. */
final class Indexing {

    private final RebuildSession session;
    private final RebuildWatch watch;

    Indexing(RebuildSession session, RebuildWatch watch) {
        this.session = session;
        this.watch = watch;
    }

    /** A statement and how many rows it goes over. */
    private record Work(String statement, long rows) {}

    /** Makes what is not there yet. */
    RebuildState index(RebuildState state, List<TableLayout> layouts) {
        List<Work> left = left(state.schema(), layouts);
        long all = left.stream().mapToLong(Work::rows).sum();
        long done = 0;
        for (Work work : left) {
            RebuildCancelled.check(watch);
            watch.at(RebuildStep.INDEXING, done, all);
            session.template.execute(work.statement());
            done += work.rows();
        }
        watch.at(RebuildStep.INDEXING, all, all);
        return session.inTransaction(() -> session.keep(state.allIndexed()));
    }

    private List<Work> left(String schema, List<TableLayout> layouts) {
        Set<String> there = session.jdbc
                .sql("SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace AND relkind = 'i'")
                .param(schema)
                .query((row, number) -> row.getString(1))
                .set();
        List<Work> left = new ArrayList<>();
        for (TableLayout table : layouts) {
            String name = schema + "." + table.name();
            long rows = session.jdbc
                    .sql("SELECT count(*) FROM " + name)
                    .query(Long.class)
                    .single();
            table.pieces().stream()
                    .filter(it -> !there.contains(it.name()))
                    .forEach(it -> left.add(new Work(table.making(it, schema), rows)));
            left.add(new Work("ANALYZE " + name, 0));
        }
        return left;
    }
}
