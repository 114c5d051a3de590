package org.payqual.ops.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list of keys in the database. A transaction that uses keys to write first takes the register shared; one that
 * changes it takes it alone. So a change waits for all who still write by the former list, and nobody reads half of it.
 * Methods that hold or change it want a {@link KeyedTransaction}.
 */
public class KeyRegister {

    /** The first number of all advisory locks of this program; 1 to 3 beside it are the log's. */
    private static final int LOCK_SPACE = 7073;

    private static final int LIST_LOCK = 201;
    private static final int REWORK_LOCK = 202;

    private final JdbcClient jdbc;

    /** Works on a database that holds the identity schema. */
    public KeyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the register shared until the transaction ends. */
    void hold() {
        lock("pg_advisory_xact_lock_shared", LIST_LOCK);
    }

    /** Takes the register alone until the transaction ends. */
    void holdAlone() {
        lock("pg_advisory_xact_lock", LIST_LOCK);
    }

    /** Waits until nobody else reworks entries for a new key, and keeps others from it until the transaction ends. */
    public void holdRework() {
        lock("pg_advisory_xact_lock", REWORK_LOCK);
    }

    private void lock(String function, int lock) {
        jdbc.sql("select " + function + "(:space, :lock)")
                .param("space", LOCK_SPACE)
                .param("lock", lock)
                .query((row, n) -> lock)
                .single();
    }

    /** Lists all keys of a purpose, newest first. */
    public List<RegisteredKey> all(KeyPurpose purpose) {
        return jdbc.sql("select purpose, version, state, fingerprint, public_key from identity.key_version"
                        + " where purpose = :purpose order by version desc")
                .param("purpose", purpose.label())
                .query(KeyRegister::key)
                .list();
    }

    /** Lists the keys of a purpose that entries depend on and that are not lost: the active one first. */
    public List<RegisteredKey> live(KeyPurpose purpose) {
        return all(purpose).stream()
                .filter(key -> key.state() == KeyState.ACTIVE || key.state() == KeyState.LEAVING)
                .toList();
    }

    /** Finds one key. */
    public Optional<RegisteredKey> find(KeyId id) {
        return all(id.purpose()).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Enters a key as the active one of its purpose; the former one must have been moved on before. */
    void enter(SecretKey key) {
        byte[] publicPart = key.publicPart();
        jdbc.sql("insert into identity.key_version (purpose, version, state, fingerprint, public_key)"
                        + " values (:purpose, :version, 'active', :fingerprint, :public)")
                .param("purpose", key.id().purpose().label())
                .param("version", key.id().version())
                .param("fingerprint", key.fingerprint())
                .param("public", publicPart.length == 0 ? null : publicPart)
                .update();
    }

    /** Moves a key to another state. */
    public void move(KeyId id, KeyState state) {
        jdbc.sql("update identity.key_version set state = :state, changed_at = clock_timestamp()"
                        + " where purpose = :purpose and version = :version")
                .param("state", state.label())
                .param("purpose", id.purpose().label())
                .param("version", id.version())
                .update();
    }

    /** Tells whether anything is kept that depends on keys. */
    boolean entriesExist() {
        return jdbc.sql("select exists (select from identity.data_key)")
                .query(Boolean.class)
                .single();
    }

    private static RegisteredKey key(ResultSet row, int number) throws SQLException {
        KeyPurpose purpose = KeyPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
        return new RegisteredKey(
                new KeyId(purpose, row.getInt("version")),
                KeyState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("fingerprint"),
                Optional.ofNullable(row.getBytes("public_key")).map(SecretKey::publicKey));
    }
}
