package org.payqual.projections.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies the rows of whole lives into the tables of one schema, within the transaction of the connection. */
public final class RowCopy {

    private static final int PIECE = 1 << 16;
    private static final String STOPPED = "stopped";

    private final Connection connection;
    private final String schema;

    /**
     * Creates what copies.
     *
     * @param connection to PostgreSQL
     * @param schema {@code read_} and a number
     */
    public RowCopy(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Names all tables that are written, here and by {@link RowWriter}, and that a rebuild makes anew. */
    public static List<String> tables() {
        return Stream.concat(RowTable.ALL.stream().map(RowTable::name), Stream.of(STOPPED))
                .toList();
    }

    /**
     * Copies what came of whole lives.
     *
     * @throws IllegalArgumentException if rows end that were there before, so that these are no whole lives
     */
    public void copy(Changes lives) throws SQLException {
        if (lives.closings().findAny().isPresent()) {
            throw new IllegalArgumentException("rows of whole lives begin with them");
        }
        CopyText text = new CopyText();
        for (TableChanges<?> table : lives.tables()) {
            copy(table, text);
        }
        if (!lives.stops().isEmpty()) {
            copy("COPY " + schema + "." + STOPPED + " (person, position, reason) FROM STDIN", copy -> {
                for (Turn.Stopped stop : lives.stops().values()) {
                    text.add(stop.person());
                    text.add(stop.position());
                    text.add(stop.reason());
                    text.endRow();
                }
                send(copy, text);
            });
        }
    }

    private <T> void copy(TableChanges<T> changed, CopyText text) throws SQLException {
        copy(changed.table().copying(schema), copy -> {
            for (Known<T> row : changed.rows().rows()) {
                changed.table().write(row, text);
                if (text.length() >= PIECE) {
                    send(copy, text);
                }
            }
            send(copy, text);
        });
    }

    private interface Rows {
        void to(CopyIn copy) throws SQLException;
    }

    private void copy(String sql, Rows rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            rows.to(copy);
            copy.endCopy();
        } finally {
            // Otherwise the connection would be left in the middle.
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, CopyText text) throws SQLException {
        byte[] piece = text.take();
        copy.writeToCopy(piece, 0, piece.length);
    }
}
