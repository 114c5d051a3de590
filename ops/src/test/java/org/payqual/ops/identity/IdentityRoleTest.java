package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.postgres.Credentials;
import org.payqual.ops.postgres.PostgresAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What each database role may do with the identity store, as the database itself sees to it. */
class IdentityRoleTest {

    private static final String FORBIDDEN = "42501";

    private final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void fill() {
        IdentityStore store = database.start(new KeyBag());
        String person = store.identities().personFor(card(1), name("张三")).person();
        store.statements().digestOf(StreamType.PERSON, person, "情节轻微");
        store.identities().erase(person, CLERK);
    }

    @Test
    void theIdentityRoleAddsAndNeverRewrites() {
        for (String statement : List.of(
                "update identity.field set version = 2",
                "delete from identity.field",
                "update identity.statement set generation = 2",
                "delete from identity.statement",
                "update identity.erasure set subject = 'nobody'",
                "delete from identity.erasure",
                "truncate identity.erasure",
                "delete from identity.data_key",
                "update identity.data_key set owner = 'person/1'",
                "delete from identity.key_version",
                "update identity.key_version set fingerprint = ''",
                "update identity.document_index set owner = 'person/1'",
                "select * from ledger.domain_event_entry",
                "create table identity.more (one integer)")) {
            assertForbidden(database.identity(), statement);
        }
    }

    @Test
    void noOtherRoleSeesAnything() {
        PostgresAccess access = database.access();
        for (Credentials role : List.of(access.ledger(), access.projector())) {
            DataSource connections = new DriverManagerDataSource(access.url(), role.username(), role.password());
            for (String table : List.of("field", "statement", "data_key", "document_index", "erasure", "key_version")) {
                assertForbidden(connections, "select * from identity." + table);
            }
        }
    }

    /** A slip of the hand of whoever owns the tables is stopped too. */
    @Test
    void evenTheOwnerDoesNotRewriteWhatIsKeptForGood() {
        for (String statement : List.of(
                "delete from identity.erasure",
                "update identity.field set version = 2",
                "truncate identity.statement")) {
            assertForbidden(database.access().ownerConnections(), statement);
        }
        assertThat(database.count("erasure")).isEqualTo(1);
    }

    private static void assertForbidden(DataSource as, String statement) {
        assertThatThrownBy(() -> JdbcClient.create(as).sql(statement).update())
                .as(statement)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(FORBIDDEN));
    }
}
