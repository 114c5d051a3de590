package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.StreamType;

/** What each role may do, asked of the database itself. */
class LedgerRightsTest {

    private static final String DENIED = "42501";
    private static final String BROKEN_RULE = "23000";
    private static final String EVENT_COLUMNS = "event_identifier, aggregate_identifier, sequence_number, type,"
            + " time_stamp, payload_type, payload_revision, payload, meta_data";

    private static TestPostgres.Database database;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestPostgres.create();
        try (Writer writer = new Writer(database)) {
            writer.open().append("a", 0).append("a", 1).append("a", 2).commit();
        }
        execute(database.access().ledger(), "INSERT INTO ledger.log VALUES (0, 1, " + hash() + ", 5)");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.domain_event_entry SET payload = ''",
                "UPDATE ledger.log SET sealed_at = 1",
                "DELETE FROM ledger.domain_event_entry",
                "DELETE FROM ledger.log",
                "TRUNCATE ledger.domain_event_entry",
                "TRUNCATE ledger.log",
            })
    void nobodyChangesWhatIsRecorded(String change) {
        refused(database.access().ledger(), change).satisfies(LedgerRightsTest::isDenied);
        refused(database.access().projector(), change).satisfies(LedgerRightsTest::isDenied);
        refused(database.access().owner(), change)
                .hasMessageContaining("what is recorded never changes")
                .satisfies(LedgerRightsTest::isDenied);
        refused(TestPostgres.cluster().superuser(), "SET session_replication_role = replica; " + change)
                .as("not even with triggers turned off for the session")
                .satisfies(LedgerRightsTest::isDenied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT setval('ledger.domain_event_entry_global_index_seq', 1)",
                "SELECT nextval('ledger.domain_event_entry_global_index_seq')",
                "ALTER TABLE ledger.domain_event_entry DISABLE TRIGGER ALL",
                "DROP TABLE ledger.log",
                "SET SESSION AUTHORIZATION payqual_owner",
                "SET ROLE payqual_owner",
                "CREATE TABLE public.mine ()",
            })
    void theLedgerRoleMovesNoNumbersAndOwnsNothing(String attempt) {
        refused(database.access().ledger(), attempt).satisfies(LedgerRightsTest::isDenied);
    }

    @Test
    void anEventsNumberComesFromTheSequenceAlone() {
        refused(
                        database.access().ledger(),
                        "INSERT INTO ledger.domain_event_entry (global_index, " + EVENT_COLUMNS
                                + ") OVERRIDING SYSTEM VALUE VALUES (7, 'x', 'person/x', 0, 'person',"
                                + " '2025-01-01T00:00:00.000Z', 'n', '1', '', '{}')")
                .satisfies(LedgerRightsTest::isDenied);
    }

    @Test
    void theProjectorOnlyReadsTheLedgerAndOwnsTheReadModels() throws SQLException {
        Credentials projector = database.access().projector();
        refused(projector, "INSERT INTO ledger.log VALUES (1, 2, " + hash() + ", 5)")
                .satisfies(LedgerRightsTest::isDenied);
        execute(projector, "SELECT count(*) FROM ledger.domain_event_entry JOIN ledger.log USING (global_index)");
        execute(projector, "CREATE TABLE read.made_by_test (); DROP TABLE read.made_by_test");
        execute(projector, "CREATE SCHEMA read_2; DROP SCHEMA read_2");
        assertThat(one(projector, "SELECT tableowner FROM pg_tables WHERE tablename = 'token_entry'"))
                .isEqualTo(projector.username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2, 2, HASH, 5)", // leaves a gap
                "(1, 1, HASH, 5)", // seals an event again
                "(1, 2, HASH, 4)", // runs back in time
                "(1, 2, HASH, 5), (3, 3, HASH, 5)", // leaves a gap inside
                "(1, 3, HASH, 5), (2, 2, HASH, 5)", // out of order
                "(1, 2, HASH, 6), (2, 3, HASH, 5)", // runs back inside
                "(1, 3, HASH, 5)", // passes over an event
                "(1, 2, HASH, 5), (2, 3, HASH, 5), (3, 4, HASH, 5), (4, 9, HASH, 5)", // seals what is not there
                "(1, 2, '\\x00', 5)", // no hash
            })
    void theLogTakesNothingButItsContinuation(String rows) {
        refused(database.access().ledger(), "INSERT INTO ledger.log VALUES " + rows.replace("HASH", hash()))
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).startsWith(BROKEN_RULE.substring(0, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'e', 'person/a', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'", // sequence taken
                "'e', 'ledger/b', 0, 'ledger', '2025-01-01T00:00:00.000Z', 'ledger.opened', '1'", // opened twice
                "'e', 'person/b', -1, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'",
                "'e', 'handling/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'", // another type's stream
                "'e', 'b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'", // no type before the id
                "'e', 'nonsense/b', 0, 'nonsense', '2025-01-01T00:00:00.000Z', 'n', '1'",
                "'e', 'person/b', 0, 'person', '2025-01-01T00:00:00.000001Z', 'n', '1'", // finer than milliseconds
                "'e', 'person/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '0'",
                "'e', 'person/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', 'x'",
                "'', 'person/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'",
                "'e', 'person/', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'", // no id
                "'e', 'person/a/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1'", // a slash in the id
                "'e', 'person/b', 0, 'person', '2025-13-45T00:00:00.000Z', 'n', '1'", // no day
                "'e', 'person/b', 0, 'person', '2025-02-29T00:00:00.000Z', 'n', '1'",
                "'e', 'person/b', 0, 'person', '2025-01-01T99:00:00.000Z', 'n', '1'", // no time
                "'e', 'person/b', 0, 'person', '2025-01-01T24:00:00.000Z', 'n', '1'",
                "'e', 'person/b', 0, 'person', '2025-01-01T00:00:60.000Z', 'n', '1'",
            })
    void anEventThatCouldNotBeSealedIsNotStored(String values) {
        refused(
                        database.access().ledger(),
                        "INSERT INTO ledger.domain_event_entry (" + EVENT_COLUMNS + ") VALUES (" + values
                                + ", '', '{}')")
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).startsWith(BROKEN_RULE.substring(0, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "\"text\"",
                "{\"issuer\":\"i\"",
                "{\"issuer\":\"i\",\"issuer\":\"j\"}",
                "{\"issuer\":null}",
                "{\"issuer\":{\"name\":\"x\"}}",
                "{\"issuer\":[]}",
                "{\"issuer\":7}"
            })
    void anEventWhoseMetadataAreNoFlatObjectOfStringsIsNotStored(String metadata) {
        refused(
                        database.access().ledger(),
                        "INSERT INTO ledger.domain_event_entry (" + EVENT_COLUMNS
                                + ") VALUES ('e', 'person/b', 0, 'person', '2025-01-01T00:00:00.000Z', 'n', '1', '', '"
                                + metadata + "')")
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).startsWith(BROKEN_RULE.substring(0, 2)));
    }

    @Test
    void everyStreamTypeIsStored() throws SQLException {
        String check = one(
                database.access().owner(),
                "SELECT string_agg(pg_get_constraintdef(oid), ' ') FROM pg_constraint"
                        + " WHERE conrelid = 'ledger.domain_event_entry'::regclass");
        assertThat(Arrays.stream(StreamType.values()).map(StreamType::label))
                .allSatisfy(label -> assertThat(check).contains("'" + label + "'"));
    }

    @Test
    void aWriterCannotStayOpenForLong() throws SQLException {
        Credentials ledger = database.access().ledger();
        assertThat(one(ledger, "SHOW transaction_timeout")).isEqualTo("10s");
        assertThat(one(ledger, "SHOW idle_in_transaction_session_timeout")).isEqualTo("5s");
    }

    @Test
    void numbersAreDrawnOneByOne() throws SQLException {
        assertThat(
                        one(
                                database.access().owner(),
                                "SELECT cache_size FROM pg_sequences WHERE sequencename = 'domain_event_entry_global_index_seq'"))
                .isEqualTo("1");
    }

    private static void isDenied(Throwable e) {
        assertThat(((SQLException) e).getSQLState()).isEqualTo(DENIED);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Credentials role, String sql) {
        return assertThatThrownBy(() -> execute(role, sql)).isInstanceOf(SQLException.class);
    }

    private static String hash() {
        return "decode(repeat('00', 32), 'hex')";
    }

    private static void execute(Credentials role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Credentials role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Credentials role) throws SQLException {
        return DriverManager.getConnection(database.access().url(), role.username(), role.password());
    }
}
