package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is on disk when a caller is answered, and what the sessions of each kind promise. */
class WalFlushTest {

    private final TestPostgres.Database database = TestPostgres.create();

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void putsOnDiskWhatWasCommittedBefore() throws SQLException {
        WalFlush flush = new WalFlush(database.access().ledgerSessions());
        for (int i = 0; i < 20; i++) {
            String committed = committed();
            flush.flush();
            assertThat(JdbcClient.create(database.access().ownerConnections())
                            .sql("SELECT pg_current_wal_flush_lsn() >= ?::pg_lsn")
                            .param(committed)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void saysWhenNobodyKnows() {
        WalFlush flush = new WalFlush(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"));
        assertThatThrownBy(flush::flush).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void onlyWhatIsWaitedForOrCanBeMadeAnewIsFlushedLater() {
        PostgresAccess access = database.access();
        assertThat(setting(JdbcClient.create(access.ledgerSessions()))).isEqualTo("on");
        try (HikariDataSource ledger = access.ledgerPool();
                HikariDataSource projector = access.projectorPool();
                HikariDataSource identity = access.identityPool()) {
            assertThat(setting(JdbcClient.create(ledger))).isEqualTo("off");
            assertThat(setting(JdbcClient.create(projector))).isEqualTo("off");
            assertThat(setting(JdbcClient.create(identity))).isEqualTo("on");
        }
    }

    /** Commits without waiting for the disk; returns up to where the disk must have it. */
    private String committed() throws SQLException {
        try (Connection connection = database.access().ownerConnections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SELECT pg_logical_emit_message(true, 'test', 'x')");
            try (var rows = statement.executeQuery("SELECT pg_current_wal_insert_lsn()")) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String setting(JdbcClient jdbc) {
        return jdbc.sql("SHOW synchronous_commit").query(String.class).single();
    }
}
