package org.payqual.projections.person;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what changes into the tables of one schema, within the transaction of the caller: first the ends of rows, then
 * the new rows, because the tables refuse any two that overlap.
 */
public final class RowWriter {

    private static final Pattern SCHEMA = Pattern.compile("read(_[0-9]+)?");
    private static final int STATEMENTS_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final String schema;

    /**
     * Creates a writer.
     *
     * @param schema {@code read}, or {@code read_} and a number
     */
    public RowWriter(JdbcTemplate jdbc, String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("not a schema of read models: " + schema);
        }
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /**
     * Writes what a run of events changes.
     *
     * @throws IllegalStateException if a row that should end is not there, so that rows and fold disagree
     */
    public void write(Changes changes) {
        changes.tables().forEach(this::close);
        changes.stops().values().forEach(this::stop);
        changes.tables().forEach(this::add);
    }

    private <T> void close(TableChanges<T> changed) {
        RowTable<T> table = changed.table();
        int[][] counts = jdbc.batchUpdate(
                table.closing(schema),
                changed.rows().closings(),
                STATEMENTS_AT_ONCE,
                (statement, closing) -> table.bind(statement, closing));
        if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count != 1)) {
            throw new IllegalStateException("a row of " + table.name() + " that should end is not there");
        }
    }

    private <T> void add(TableChanges<T> changed) {
        RowTable<T> table = changed.table();
        jdbc.batchUpdate(
                table.adding(schema),
                changed.rows().rows(),
                STATEMENTS_AT_ONCE,
                (statement, row) -> table.bind(statement, row));
    }

    private void stop(Turn.Stopped stop) {
        for (RowTable<?> table : RowTable.ALL) {
            jdbc.update(table.stopping(schema), stop.position(), stop.person());
        }
        jdbc.update(
                "INSERT INTO " + schema + ".stopped (person, position, reason) VALUES (?, ?, ?)"
                        + " ON CONFLICT (person) DO NOTHING",
                stop.person(),
                stop.position(),
                stop.reason());
    }
}
