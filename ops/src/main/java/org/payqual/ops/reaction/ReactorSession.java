package org.payqual.ops.reaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A reactor's one session with the database. The lock that makes it the only one to follow its rule belongs to this
 * session, and so does everything that it notes: a session that was lost can note nothing more.
 */
final class ReactorSession implements AutoCloseable {

    private final Reaction reaction;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReactorSession(DataSource sessions, Reaction reaction) throws SQLException {
        this.reaction = reaction;
        this.connection = sessions.getConnection();
        DataSource single = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(single);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(single));
    }

    /** Becomes the only one to follow the rule, unless another session is. */
    boolean tryLead() {
        return jdbc.sql("SELECT pg_try_advisory_lock(" + reaction.lock().numbers() + ")")
                .query(Boolean.class)
                .single();
    }

    /** Returns the position up to which all is done or held up. */
    long position() {
        return jdbc.sql("SELECT position FROM reactor.progress WHERE reaction = ?")
                .param(reaction.name())
                .query(Long.class)
                .single();
    }

    /** Does something with the tables in one transaction. */
    <T> T inTransaction(Function<JdbcClient, T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.apply(jdbc)));
    }

    /**
     * Moves on, within a transaction.
     *
     * @throws IllegalStateException if the tables are not where this session left them
     */
    void advance(long from, long to) {
        int moved = jdbc.sql("UPDATE reactor.progress SET position = ? WHERE reaction = ? AND position = ?")
                .params(to, reaction.name(), from)
                .update();
        if (moved != 1) {
            throw new IllegalStateException("the follow-up does not stand at position " + from);
        }
    }

    /** Returns the positions of the events that are held up. */
    List<Long> heldUp() {
        return jdbc.sql("SELECT position FROM reactor.held_up WHERE reaction = ? ORDER BY position")
                .param(reaction.name())
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /** Notes what holds an event up, or that nothing does. */
    void hold(long position, Collection<String> reasons) {
        if (reasons.isEmpty()) {
            jdbc.sql("DELETE FROM reactor.held_up WHERE reaction = ? AND position = ?")
                    .params(reaction.name(), position)
                    .update();
        } else {
            jdbc.sql("INSERT INTO reactor.held_up (reaction, position, reasons) VALUES (?, ?, ?)"
                            + " ON CONFLICT (reaction, position) DO UPDATE SET reasons = EXCLUDED.reasons")
                    .param(reaction.name())
                    .param(position)
                    .param(reasons.toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
