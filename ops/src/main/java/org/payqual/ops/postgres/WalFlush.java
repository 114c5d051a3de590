package org.payqual.ops.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Puts on disk whatever was committed before. Appends leave that to the sequencer's next commit, which is what a caller
 * waits for; when the sequencer does not come in time, this takes its place, so that no answer is given for what a
 * failing server could still lose.
 */
final class WalFlush {

    /** A message that nobody reads: a commit that wrote nothing would not be flushed. */
    private static final String WRITE = "SELECT pg_logical_emit_message(true, 'payqual', '')";

    private final DataSource sessions;

    /** Flushes through single sessions that commit synchronously. */
    WalFlush(DataSource sessions) {
        this.sessions = sessions;
    }

    /**
     * Returns when all that was committed before this call is on disk.
     *
     * @throws DataAccessResourceFailureException if that cannot be told
     */
    void flush() {
        try (Connection connection = sessions.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("nobody knows whether what was committed is on disk", e);
        }
    }
}
