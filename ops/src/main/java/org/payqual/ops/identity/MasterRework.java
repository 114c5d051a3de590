package org.payqual.ops.identity;

import java.util.List;
import java.util.Optional;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyedTransaction;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wraps all data keys by the active master key, a batch in a transaction, while everything else goes on. What was
 * interrupted goes on where it stopped; two at once take turns. Sealed names and texts are not touched.
 */
final class MasterRework {

    private static final Logger LOG = LoggerFactory.getLogger(MasterRework.class);

    private final KeyedTransaction transaction;
    private final JdbcClient jdbc;
    private final Keys keys;
    private final int batch;

    MasterRework(KeyedTransaction transaction, JdbcClient jdbc, Keys keys, int batch) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.keys = keys;
        this.batch = batch;
    }

    /** Reworks all that can be, and retires the former keys that nothing depends on any more. */
    Reworked run() {
        long done = 0;
        Step step = new Step("", 0, 0, false);
        do {
            Step from = step;
            step = transaction.within(status -> next(from));
            done += step.done();
        } while (!step.last());
        long left = transaction.alone(status -> retire());
        LOG.info("Master key changed: {} data keys wrapped anew, {} left.", done, left);
        return new Reworked(done, left);
    }

    private Step next(Step from) {
        keys.register().holdRework();
        SecretKey active = keys.active(KeyPurpose.MASTER);
        List<Wrapped> rows = jdbc.sql("select owner, generation, master_version, wrapped from identity.data_key"
                        + " where wrapped is not null and master_version <> :active"
                        + " and (owner, generation) > (:owner, :generation)"
                        + " order by owner, generation limit :batch for update")
                .param("active", active.id().version())
                .param("owner", from.owner())
                .param("generation", from.generation())
                .param("batch", batch)
                .query((row, number) -> new Wrapped(
                        new Owner(row.getString("owner")),
                        row.getInt("generation"),
                        row.getInt("master_version"),
                        SealedBytes.of(row, "wrapped")))
                .list();
        MasterKeys masters = new MasterKeys(keys);
        Sealer next = Sealer.of(active);
        int done = 0;
        for (Wrapped row : rows) {
            Optional<Sealer> former = masters.atHand(row.master());
            if (former.isPresent()) {
                rewrap(row, former.get(), active, next);
                done++;
            }
        }
        return rows.isEmpty()
                ? new Step(from.owner(), from.generation(), 0, true)
                : new Step(rows.getLast().owner().text(), rows.getLast().generation(), done, rows.size() < batch);
    }

    private void rewrap(Wrapped row, Sealer former, SecretKey active, Sealer next) {
        jdbc.sql("update identity.data_key set wrapped = :wrapped, master_version = :master"
                        + " where owner = :owner and generation = :generation")
                .param(
                        "wrapped",
                        former.rewrap(row.owner(), row.generation(), row.wrapped(), next)
                                .content())
                .param("master", active.id().version())
                .param("owner", row.owner().text())
                .param("generation", row.generation())
                .update();
    }

    /** A former key goes when no data key is wrapped by it any more. */
    private long retire() {
        return new FormerKeys(keys.register(), KeyPurpose.MASTER)
                .retire(key -> jdbc.sql("select count(*) from identity.data_key where master_version = :version")
                        .param("version", key.id().version())
                        .query(Long.class)
                        .single());
    }

    private record Wrapped(Owner owner, int generation, int master, SealedBytes wrapped) {}

    private record Step(String owner, int generation, int done, boolean last) {}
}
