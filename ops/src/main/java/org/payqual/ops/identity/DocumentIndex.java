package org.payqual.ops.identity;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return Optional.ofNullable(find(Set.of(document)).get(document));
    }

    /** Finds whom each of many documents leads to; those that lead to nobody are not among the answers. */
    Map<IdentityDocument, Owner> find(Set<IdentityDocument> documents) {
        List<SecretKey> live = keys.live(KeyPurpose.INDEX);
        Map<ByteBuffer, IdentityDocument> digests = new HashMap<>();
        for (SecretKey key : live) {
            documents.forEach(document -> digests.put(ByteBuffer.wrap(digest(key, document)), document));
        }
        Map<IdentityDocument, Owner> owners = new HashMap<>();
        // One statement, so that an entry that moves from one key to the other at this moment is seen once.
        jdbc.sql("select digest, owner from identity.document_index"
                        + " where key_version = any(:keys) and digest = any(:digests)")
                .param("keys", live.stream().map(key -> key.id().version()).toArray(Integer[]::new))
                .param(
                        "digests",
                        digests.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query((row, number) -> owners.put(
                        digests.get(ByteBuffer.wrap(row.getBytes("digest"))), new Owner(row.getString("owner"))))
                .list();
        if (owners.size() < documents.size()) {
            requireWhole();
        }
        return owners;
    }

    /**
     * Makes a document lead to an owner; {@link #find} gave nobody else in this transaction. Whoever else claims it at
     * this moment is waited for.
     *
     * @param version of the owner's identity that names the document
     * @return whether it does; if not, the transaction must be rolled back
     */
    boolean claim(IdentityDocument document, Owner owner, int version) {
        release(document, owner);
        return claim(Map.of(document, owner), version);
    }

    /**
     * Makes many documents lead to owners of whom nothing is entered for that version, likewise.
     *
     * @return whether all of them do; if not, the transaction must be rolled back
     */
    boolean claim(Map<IdentityDocument, Owner> owners, int version) {
        requireWhole();
        SecretKey active = keys.active(KeyPurpose.INDEX);
        List<Map.Entry<IdentityDocument, Owner>> claims = List.copyOf(owners.entrySet());
        // In one order for all, so that two who claim the same documents never wait for each other in a circle.
        int added = jdbc.sql("insert into identity.document_index (key_version, digest, owner, document_version)"
                        + " select :key, digest, owner, :version from unnest(:digests, :owners) claim (digest, owner)"
                        + " order by digest on conflict (key_version, digest) do nothing")
                .param("key", active.id().version())
                .param(
                        "digests",
                        claims.stream().map(it -> digest(active, it.getKey())).toArray(byte[][]::new))
                .param("owners", claims.stream().map(it -> it.getValue().text()).toArray(String[]::new))
                .param("version", version)
                .update();
        return added == claims.size();
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
