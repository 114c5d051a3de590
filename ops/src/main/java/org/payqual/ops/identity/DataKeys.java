package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        return Objects.requireNonNull(usable(List.of(owner)).get(owner));
    }

    /** Opens the newest key of each of many owners likewise. */
    Map<Owner, DataKey> usable(Collection<Owner> owners) {
        Map<Owner, DataKey> newest = newest(owners);
        Map<Owner, Integer> next = new TreeMap<>(Comparator.comparing(Owner::text));
        newest.forEach((owner, key) -> {
            switch (key) {
                case DataKey.Absent none -> next.put(owner, 1);
                case DataKey.Lost lost -> next.put(owner, lost.generation() + 1);
                case DataKey.Usable usable -> {}
                case DataKey.Destroyed destroyed -> {}
            }
        });
        if (!next.isEmpty()) {
            // Whoever else makes one at this moment is waited for, and theirs is taken.
            create(next);
            newest.putAll(newest(next.keySet()));
        }
        return newest;
    }

    private Map<Owner, DataKey> newest(Collection<Owner> owners) {
        return of(owners, Hold.SHARED).stream()
                .collect(Collectors.toMap(OwnerKeys::owner, OwnerKeys::newest, (one, same) -> one, HashMap::new));
    }

    /** Makes a key of a generation, unless there is one. */
    void create(Owner owner, int generation) {
        create(Map.of(owner, generation));
    }

    /** Makes keys of many owners likewise, in the order given. */
    private void create(Map<Owner, Integer> generations) {
        SecretKey master = keys.active(KeyPurpose.MASTER);
        Sealer sealer = Sealer.of(master);
        List<Map.Entry<Owner, Integer>> all = List.copyOf(generations.entrySet());
        jdbc.sql("insert into identity.data_key (owner, generation, master_version, wrapped)"
                        + " select owner, generation, :master, wrapped"
                        + " from unnest(:owners, :generations, :wrapped) n (owner, generation, wrapped)"
                        + " on conflict do nothing")
                .param("master", master.id().version())
                .param("owners", all.stream().map(it -> it.getKey().text()).toArray(String[]::new))
                .param("generations", all.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .param(
                        "wrapped",
                        all.stream()
                                .map(it -> sealer.wrapNew(it.getKey(), it.getValue())
                                        .content())
                                .toArray(byte[][]::new))
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
