package org.payqual.ops.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyState;
import org.payqual.ops.keys.KeyedTransaction;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.RegisteredKey;
import org.payqual.ops.keys.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enters all documents under the active index key, by decrypting their numbers, a batch in a transaction, while
 * everything else goes on. What was interrupted goes on where it stopped; two at once take turns.
 */
final class IndexRework {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRework.class);

    private final KeyedTransaction transaction;
    private final JdbcClient jdbc;
    private final Keys keys;
    private final DataKeys dataKeys;
    private final int batch;

    IndexRework(KeyedTransaction transaction, JdbcClient jdbc, Keys keys, DataKeys dataKeys, int batch) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.keys = keys;
        this.dataKeys = dataKeys;
        this.batch = batch;
    }

    /** Reworks all that can be, and retires the former keys that nothing depends on any more. */
    Reworked run() {
        long done = 0;
        Step step = new Step("", 0, false);
        do {
            Step from = step;
            step = transaction.within(status -> next(from));
            done += step.done();
        } while (!step.last());
        long left = transaction.alone(status -> retire());
        LOG.info("Index key changed: {} documents entered anew, {} left.", done, left);
        return new Reworked(done, left);
    }

    private Step next(Step from) {
        keys.register().holdRework();
        SecretKey active = keys.active(KeyPurpose.INDEX);
        List<String> owners = jdbc.sql("select distinct owner from identity.document_index"
                        + " where key_version <> :active and owner > :owner order by owner limit :batch")
                .param("active", active.id().version())
                .param("owner", from.owner())
                .param("batch", batch)
                .query((row, number) -> row.getString("owner"))
                .list();
        if (owners.isEmpty()) {
            return new Step(from.owner(), 0, true);
        }
        // First hold the owners, then look at their documents: an erasure or an amendment in between is seen.
        Map<Owner, OwnerKeys> held =
                dataKeys.of(owners.stream().map(Owner::new).toList(), DataKeys.Hold.SHARED).stream()
                        .collect(Collectors.toMap(OwnerKeys::owner, Function.identity()));
        int done = 0;
        for (Entry entry : missing(owners, active)) {
            Optional<IdentityDocument> document =
                    Optional.ofNullable(held.get(entry.owner())).flatMap(keys -> read(entry, keys));
            if (document.isPresent()) {
                enter(entry, active, document.get());
                done++;
            }
        }
        dropReplaced(owners, active);
        return new Step(owners.getLast(), done, owners.size() < batch);
    }

    private List<Entry> missing(List<String> owners, SecretKey active) {
        return jdbc.sql("select distinct i.owner, i.document_version, f.generation, f.sealed"
                        + " from identity.document_index i join identity.field f"
                        + " on f.owner = i.owner and f.version = i.document_version and f.field = 'document'"
                        + " where i.owner in (:owners) and i.key_version <> :active and not exists"
                        + " (select from identity.document_index n where n.key_version = :active"
                        + " and n.owner = i.owner and n.document_version = i.document_version)")
                .param("owners", owners)
                .param("active", active.id().version())
                .query((row, number) -> new Entry(
                        new Owner(row.getString("owner")),
                        row.getInt("document_version"),
                        row.getInt("generation"),
                        SealedBytes.of(row, "sealed")))
                .list();
    }

    private static Optional<IdentityDocument> read(Entry entry, OwnerKeys keys) {
        try {
            return keys.of(entry.generation()) instanceof DataKey.Usable key
                    ? Optional.of(
                            PersonVersions.openDocument(key.sealer(), entry.owner(), entry.version(), entry.sealed()))
                    : Optional.empty();
        } catch (IdentityFault masterKeyNotAtHand) {
            return Optional.empty();
        }
    }

    private void enter(Entry entry, SecretKey active, IdentityDocument document) {
        jdbc.sql("insert into identity.document_index (key_version, digest, owner, document_version)"
                        + " values (:key, :digest, :owner, :version)")
                .param("key", active.id().version())
                .param("digest", DocumentIndex.digest(active, document))
                .param("owner", entry.owner().text())
                .param("version", entry.version())
                .update();
    }

    private void dropReplaced(List<String> owners, SecretKey active) {
        jdbc.sql("delete from identity.document_index o where o.owner in (:owners) and o.key_version <> :active"
                        + " and exists (select from identity.document_index n where n.key_version = :active"
                        + " and n.owner = o.owner and n.document_version = o.document_version)")
                .param("owners", owners)
                .param("active", active.id().version())
                .update();
    }

    /** A former key goes when no document stands under it any more. */
    private long retire() {
        return new FormerKeys(keys.register(), KeyPurpose.INDEX)
                .retire(key -> jdbc.sql("select count(*) from identity.document_index where key_version = :version")
                        .param("version", key.id().version())
                        .query(Long.class)
                        .single());
    }

    /**
     * Gives up the documents that stand only under lost keys and that cannot be entered anew, because the master key of
     * their owners is lost as well. Their holders get another id when they come again.
     *
     * @return how many documents were given up
     */
    long abandonLost() {
        return transaction.alone(status -> {
            long given = 0;
            for (RegisteredKey key : keys.register().all(KeyPurpose.INDEX)) {
                if (key.state() == KeyState.LOST) {
                    given += jdbc.sql("delete from identity.document_index where key_version = :version")
                            .param("version", key.id().version())
                            .update();
                    keys.register().move(key.id(), KeyState.RETIRED);
                }
            }
            return given;
        });
    }

    private record Entry(Owner owner, int version, int generation, SealedBytes sealed) {}

    private record Step(String owner, int done, boolean last) {}
}
