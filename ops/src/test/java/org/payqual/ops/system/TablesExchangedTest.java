package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer whose statements met a switch of the tables between them is not given. */
class TablesExchangedTest {

    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            + " AND relation = 'read.standing'::regclass AND mode = 'AccessShareLock'";

    @Test
    void anAnswerOfHalfOfEachIsHeldBack() throws Exception {
        RunningPayqual payqual = RunningPayqual.shared();
        String person = payqual.command(
                        Role.AGENCY,
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-"
                                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT)
                                + "\",\"name\":\"示例\"}")
                .json()
                .path("id")
                .asString();
        String path = "/people/" + person + "/standing";
        assertThat(payqual.ask(Role.AGENCY, path).status()).isEqualTo(200);
        var sessions = payqual.part(PostgresAccess.class).rebuildSessions();
        try (Connection switching = sessions.getConnection();
                Statement statement = switching.createStatement();
                ExecutorService asking = Executors.newSingleThreadExecutor()) {
            switching.setAutoCommit(false);
            statement.execute("LOCK TABLE read.standing IN ACCESS EXCLUSIVE MODE");
            Future<Answer> asked = asking.submit(() -> payqual.ask(Role.AGENCY, path));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> JdbcClient.create(sessions)
                                    .sql(WAITING)
                                    .query(Long.class)
                                    .single()
                            > 0);
            statement.executeUpdate("UPDATE read.progress SET build = build + 1 WHERE reader = 'live'");
            switching.commit();

            Answer answer = asked.get();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("code").asString()).isEqualTo("read-models-exchanged");
            assertThat(answer.header("Retry-After")).hasValue("1");
        }
        assertThat(payqual.ask(Role.AGENCY, path).status()).isEqualTo(200);
    }
}
