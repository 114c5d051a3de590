package org.payqual.ops.identity;

import java.util.List;
import java.util.Optional;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.ops.keys.Framing;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyState;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which person a document leads to, by a keyed digest of its type and number. While the index key changes, documents
 * are looked for under the new key and the former one and entered under the new one alone, so that what is left under
 * the former one only shrinks, and at every moment each document stands under one of them.
 *
 * <p>All methods want a {@link org.payqual.ops.keys.KeyedTransaction}, in which nobody changes which keys these are.
 */
final class DocumentIndex {

    private final JdbcClient jdbc;
    private final Keys keys;

    DocumentIndex(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Finds whom a document leads to. */
    Optional<Owner> find(IdentityDocument document) {
        List<SecretKey> live = keys.live(KeyPurpose.INDEX);
        // One statement, so that an entry that moves from one key to the other at this moment is seen once.
        Optional<Owner> owner = jdbc.sql("select distinct owner from identity.document_index"
                        + " where key_version in (:keys) and digest in (:digests)")
                .param("keys", live.stream().map(key -> key.id().version()).toList())
                .param(
                        "digests",
                        live.stream().map(key -> digest(key, document)).toList())
                .query(String.class)
                .optional()
                .map(Owner::new);
        if (owner.isEmpty()) {
            requireWhole();
        }
        return owner;
    }

    /**
     * Makes a document lead to an owner; {@link #find} gave nobody else in this transaction. Whoever else claims it at
     * this moment is waited for.
     *
     * @param version of the owner's identity that names the document
     * @return whether it does; if not, the transaction must be rolled back
     */
    boolean claim(IdentityDocument document, Owner owner, int version) {
        requireWhole();
        release(document, owner);
        SecretKey active = keys.active(KeyPurpose.INDEX);
        int added = jdbc.sql("insert into identity.document_index (key_version, digest, owner, document_version)"
                        + " values (:key, :digest, :owner, :version) on conflict (key_version, digest) do nothing")
                .param("key", active.id().version())
                .param("digest", digest(active, document))
                .param("owner", owner.text())
                .param("version", version)
                .update();
        return added > 0;
    }

    /** Makes a document of this owner lead to nobody. */
    void release(IdentityDocument document, Owner owner) {
        for (SecretKey key : keys.live(KeyPurpose.INDEX)) {
            jdbc.sql("delete from identity.document_index"
                            + " where key_version = :key and digest = :digest and owner = :owner")
                    .param("key", key.id().version())
                    .param("digest", digest(key, document))
                    .param("owner", owner.text())
                    .update();
        }
    }

    /** Makes the document that an owner named last lead to nobody, though it cannot be read. */
    void releaseLatest(Owner owner) {
        jdbc.sql("delete from identity.document_index i where i.owner = :owner and i.document_version ="
                        + " (select max(document_version) from identity.document_index where owner = :owner)")
                .param("owner", owner.text())
                .update();
    }

    /** Makes all documents of an owner lead to nobody. */
    void releaseAll(Owner owner) {
        jdbc.sql("delete from identity.document_index where owner = :owner")
                .param("owner", owner.text())
                .update();
    }

    /** Works out what a document comes to under a key. */
    static byte[] digest(SecretKey key, IdentityDocument document) {
        return key.hmac(Framing.of("payqual document", document.type().name(), document.number()));
    }

    /** After a loss, nobody may be taken for unknown until every document was entered again. */
    private void requireWhole() {
        boolean lost = keys.register().all(KeyPurpose.INDEX).stream().anyMatch(key -> key.state() == KeyState.LOST);
        if (lost) {
            throw new IdentityFault(
                    IdentityFault.Kind.INDEX_REBUILDING, "the index of documents is being rebuilt after a loss");
        }
    }
}
