package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One migrated database for the tests of the identity store, emptied for each test. */
record TestDatabase(PostgresAccess access, HikariDataSource identity, JdbcClient superuser) {

    private static final int SMALL_BATCH = 4;
    private static final List<String> KEPT = List.of("field", "statement", "erasure");
    private static final TestDatabase ONE = create();

    /** Returns the database with no rows in it. */
    static TestDatabase empty() {
        List.of("data_key", "document_index", "field", "statement").forEach(ONE::let);
        KEPT.forEach(table -> ONE.alter(table, "disable trigger " + table + "_kept"));
        ONE.superuser
                .sql("truncate identity.key_version, identity.data_key, identity.field, identity.statement,"
                        + " identity.document_index, identity.erasure")
                .update();
        KEPT.forEach(table -> ONE.alter(table, "enable always trigger " + table + "_kept"));
        return ONE;
    }

    private static TestDatabase create() {
        try {
            TestPostgres.Database database = TestPostgres.create();
            SingleConnectionDataSource superuser =
                    new SingleConnectionDataSource(TestPostgres.superuser(database.name()), true);
            return new TestDatabase(database.access(), database.access().identityPool(), JdbcClient.create(superuser));
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** Starts the program on this database, reworking in small batches. */
    IdentityStore start(KeyBag keys, KeyPurpose... without) {
        IdentityStore store = new IdentityStore(identity, keys, SMALL_BATCH);
        store.checkKeys(Set.of(without));
        return store;
    }

    /** Takes the next key of a purpose into use and reworks everything for it. */
    static Reworked rotate(IdentityStore store, KeyPurpose purpose) {
        int newest = store.keyCare().list().stream()
                .filter(key -> key.id().purpose() == purpose)
                .mapToInt(key -> key.id().version())
                .max()
                .orElseThrow();
        assertThat(store.keyCare().introduce(new KeyId(purpose, newest + 1))).isTrue();
        return store.keyCare().rework();
    }

    /** Returns the pool so that whoever takes it cannot close it. */
    DataSource unclosed() {
        return new DelegatingDataSource(identity);
    }

    /** Makes a table fail for every new or changed row that does not meet a condition, until {@link #let}. */
    void fail(String table, String unless) {
        alter(table, "add constraint breaks check (" + unless + ") not valid");
    }

    /** Lets a table be written again. */
    void let(String table) {
        alter(table, "drop constraint if exists breaks");
    }

    private void alter(String table, String change) {
        superuser.sql("alter table identity." + table + " " + change).update();
    }

    long count(String table) {
        return superuser
                .sql("select count(*) from identity." + table)
                .query(Long.class)
                .single();
    }
}
