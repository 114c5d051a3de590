package org.payqual.ops.keys;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.SortedMap;

/** The Ed25519 keys with which the ledger's papers are signed. What a former key signed stays verifiable. */
public final class SigningKeys {

    private final Keys keys;

    /** Works with the keys in use. */
    public SigningKeys(Keys keys) {
        this.keys = keys;
    }

    /**
     * Returns the key to sign with now.
     *
     * @throws org.payqual.domain.identity.IdentityFault if it is not at hand
     */
    public Signer current() {
        SecretKey key = keys.active(KeyPurpose.SIGNING);
        return new Signer(key.id().version(), key.privateKey());
    }

    /** Returns the public keys of all versions that ever signed, whether or not their private halves are left. */
    public SortedMap<Integer, PublicKey> publicKeys() {
        return keys.publicKeys();
    }

    /**
     * A key to sign with.
     *
     * @param version of the key
     * @param key its private half
     */
    public record Signer(int version, PrivateKey key) {}
}
