package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data keys, wrapped by master keys. All methods want a {@link org.payqual.ops.keys.KeyedTransaction}. */
final class DataKeys {

    /** What else may happen to an owner's keys while the transaction lasts. */
    enum Hold {
        /** Anything. */
        NONE(""),
        /** Others may write by them too, nobody may destroy or replace them. */
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

    /** Finds the keys of an owner. */
    OwnerKeys of(Owner owner, Hold hold) {
        return of(List.of(owner), hold).get(0);
    }

    /** Finds the keys of many owners, in their order. */
    List<OwnerKeys> of(Collection<Owner> owners, Hold hold) {
        Map<Owner, List<OwnerKeys.Wrapped>> kept = new HashMap<>();
        jdbc.sql("select owner, generation, master_version, wrapped, destroyed_at from identity.data_key"
                        + " where owner = any(:owners) order by owner, generation desc" + hold.clause)
                .param("owners", owners.stream().map(Owner::text).toArray(String[]::new))
                .query((row, number) -> kept.computeIfAbsent(
                                new Owner(row.getString("owner")), owner -> new ArrayList<>())
                        .add(wrapped(row)))
                .list();
        MasterKeys masters = new MasterKeys(keys);
        return owners.stream()
                .map(owner -> new OwnerKeys(owner, kept.getOrDefault(owner, List.of()), masters))
                .toList();
    }

    /** Opens an owner's newest key, held shared; if there is none or it is lost a new one is made. */
    DataKey usable(Owner owner) {
        DataKey newest = of(owner, Hold.SHARED).newest();
        int next = switch (newest) {
            case DataKey.Absent none -> 1;
            case DataKey.Lost lost -> lost.generation() + 1;
            case DataKey.Usable usable -> 0;
            case DataKey.Destroyed destroyed -> 0;
        };
        if (next == 0) {
            return newest;
        }
        // Whoever else makes it at this moment is waited for, and theirs is taken.
        create(owner, next);
        return of(owner, Hold.SHARED).newest();
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

    private static OwnerKeys.Wrapped wrapped(ResultSet row) throws SQLException {
        return new OwnerKeys.Wrapped(
                row.getInt("generation"),
                row.getInt("master_version"),
                SealedBytes.of(Objects.requireNonNullElse(row.getBytes("wrapped"), DESTROYED)),
                Optional.ofNullable(row.getObject("destroyed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
