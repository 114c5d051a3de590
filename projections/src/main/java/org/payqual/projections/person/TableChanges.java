package org.payqual.projections.person;

/**
 * What a run of events changes in one table.
 *
 * @param table the table
 * @param rows of it that end and begin
 * @param <T> the kind of thing that the table keeps
 */
record TableChanges<T>(RowTable<T> table, RowChanges<T> rows) {

    static <T> TableChanges<T> begun(RowTable<T> table) {
        return new TableChanges<>(table, new RowChanges<>());
    }

    void change(Turn.Changed turn) {
        rows.change(
                turn.person(),
                turn.position(),
                table.kept().apply(turn.before()),
                table.kept().apply(turn.after()));
    }
}
