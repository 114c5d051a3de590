package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data keys, wrapped by master keys. All methods want a {@link org.payqual.ops.keys.KeyedTransaction}. */
final class DataKeys {

    /** What else may happen to an owner's key while the transaction lasts. */
    enum Hold {
        /** Anything. */
        NONE(""),
        /** Others may write by it too, nobody may destroy or replace it. */
        SHARED(" for share"),
        /** Nothing. */
        ALONE(" for update");

        private final String clause;

        Hold(String clause) {
            this.clause = clause;
        }
    }

    private static final byte[] DESTROYED = {};

    private final JdbcClient jdbc;
    private final Keys keys;

    DataKeys(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Opens an owner's newest key. */
    DataKey newest(Owner owner, Hold hold) {
        List<Row> rows = jdbc.sql("select generation, master_version, wrapped, destroyed_at from identity.data_key"
                        + " where owner = :owner order by generation desc" + hold.clause)
                .param("owner", owner.text())
                .query(DataKeys::row)
                .list();
        return rows.isEmpty() ? new DataKey.Absent() : open(owner, rows.getFirst());
    }

    /** Opens the key of one generation. */
    DataKey of(Owner owner, int generation) {
        return jdbc.sql("select generation, master_version, wrapped, destroyed_at from identity.data_key"
                        + " where owner = :owner and generation = :generation")
                .param("owner", owner.text())
                .param("generation", generation)
                .query(DataKeys::row)
                .optional()
                .map(row -> open(owner, row))
                .orElseGet(DataKey.Absent::new);
    }

    /** Opens an owner's newest key shared; if there is none or it is lost a new one is made. */
    DataKey usable(Owner owner) {
        return switch (newest(owner, Hold.SHARED)) {
            case DataKey.Absent none -> {
                // Whoever else makes the first one at this moment is waited for, and theirs is taken.
                create(owner, 1);
                yield newest(owner, Hold.SHARED);
            }
            case DataKey.Lost lost -> {
                create(owner, lost.generation() + 1);
                yield newest(owner, Hold.SHARED);
            }
            case DataKey key -> key;
        };
    }

    /** Makes a key of a generation, unless there is one. */
    void create(Owner owner, int generation) {
        SecretKey master = keys.active(KeyPurpose.MASTER);
        jdbc.sql("insert into identity.data_key (owner, generation, master_version, wrapped)"
                        + " values (:owner, :generation, :master, :wrapped) on conflict do nothing")
                .param("owner", owner.text())
                .param("generation", generation)
                .param("master", master.id().version())
                .param("wrapped", Sealer.of(master).wrapNew(owner, generation).content())
                .update();
    }

    /** Destroys all keys of an owner. */
    Instant destroy(Owner owner) {
        return jdbc.sql("update identity.data_key set wrapped = null, master_version = null, destroyed_at = now()"
                        + " where owner = :owner returning destroyed_at")
                .param("owner", owner.text())
                .query(OffsetDateTime.class)
                .list()
                .getFirst()
                .toInstant();
    }

    private DataKey open(Owner owner, Row row) {
        if (row.destroyedAt().isPresent()) {
            return new DataKey.Destroyed(row.destroyedAt().get());
        }
        Optional<SecretKey> master = keys.find(new KeyId(KeyPurpose.MASTER, row.master()));
        return master.<DataKey>map(key -> new DataKey.Usable(
                        row.generation(), Sealer.of(key).unwrap(owner, row.generation(), row.wrapped())))
                .orElseGet(() -> new DataKey.Lost(row.generation()));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("generation"),
                row.getInt("master_version"),
                SealedBytes.of(Objects.requireNonNullElse(row.getBytes("wrapped"), DESTROYED)),
                Optional.ofNullable(row.getObject("destroyed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private record Row(int generation, int master, SealedBytes wrapped, Optional<Instant> destroyedAt) {}
}
