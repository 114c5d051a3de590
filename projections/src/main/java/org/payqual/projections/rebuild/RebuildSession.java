package org.payqual.projections.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.payqual.projections.log.AdvisoryLock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one session in which a rebuild writes. It holds the lock of rebuilds as long as it lives, so that whoever lost
 * the lock cannot write either.
 */
final class RebuildSession implements AutoCloseable {

    private final Connection connection;
    private final DataSource source;
    private final TransactionTemplate transactions;
    final JdbcClient jdbc;
    final JdbcTemplate template;

    private RebuildSession(Connection connection) {
        this.connection = connection;
        this.source = new SingleConnectionDataSource(connection, true);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.jdbc = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /**
     * Opens the session.
     *
     * @throws RebuildRefused if another rebuild is running
     */
    static RebuildSession open(DataSource sessions) throws SQLException {
        Connection connection = sessions.getConnection();
        RebuildSession session = new RebuildSession(connection);
        try {
            session.hold();
            // Each commit carries its own mark of how far it is, so that one that a crash takes back is done again.
            session.template.execute("SET synchronous_commit = off");
            endWithItsClient(session.template);
            return session;
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private void hold() {
        boolean held = jdbc.sql("SELECT pg_try_advisory_lock(" + AdvisoryLock.REBUILD.numbers() + ")"
                        + " AND NOT EXISTS (SELECT 1" + AdvisoryLock.REBUILD_INDEXES.holders() + ")")
                .query(Boolean.class)
                .single();
        if (!held) {
            throw new RebuildRefused("另一次重建正在进行，请等它完成或先停止它。"
                    + " Another rebuild of this database is running; wait for it, or stop it first.");
        }
    }

    /** Has the server give up an index that nobody waits for any more, where its system can notice that. */
    static void endWithItsClient(JdbcTemplate template) {
        try {
            template.execute("SET client_connection_check_interval = '1s'");
        } catch (DataAccessException notOnThatSystem) {
            // Then it completes the index first, and holds the lock as long.
        }
    }

    Connection connection() {
        return connection;
    }

    DataSource source() {
        return source;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    Optional<RebuildState> state() {
        return jdbc.sql("SELECT build, layout, program, snapshot, events, loaded, stream, indexed, position"
                        + " FROM read.rebuild")
                .query((row, number) -> state(row))
                .optional();
    }

    /** Keeps how far the rebuild is, within the transaction that brought it there. */
    RebuildState keep(RebuildState state) {
        jdbc.sql("""
                        INSERT INTO read.rebuild
                            (build, layout, program, snapshot, events, loaded, stream, indexed, position)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (only_one) DO UPDATE SET
                            (build, layout, program, snapshot, events, loaded, stream, indexed, position) =
                            (excluded.build, excluded.layout, excluded.program, excluded.snapshot, excluded.events,
                             excluded.loaded, excluded.stream, excluded.indexed, excluded.position)
                        """)
                .params(
                        state.build(),
                        state.layout(),
                        state.program(),
                        state.snapshot(),
                        state.events(),
                        state.loaded(),
                        state.stream(),
                        state.indexed(),
                        state.position())
                .update();
        return state;
    }

    private static RebuildState state(ResultSet row) throws SQLException {
        return new RebuildState(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getBoolean(8),
                row.getLong(9));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
