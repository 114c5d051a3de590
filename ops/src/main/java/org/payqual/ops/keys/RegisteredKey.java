package org.payqual.ops.keys;

import java.security.PublicKey;
import java.util.Optional;

/**
 * What the database knows of a key: all but the key.
 *
 * @param id its name
 * @param state how far it is in use
 * @param fingerprint which tells the right key from a wrong one
 * @param publicPart the public part of a signing key otherwise empty
 */
public record RegisteredKey(KeyId id, KeyState state, String fingerprint, Optional<PublicKey> publicPart) {

    /**
     * Tells whether entries depend on the key. Of a signing key that was followed by another only the public part is
     * needed, which the register has.
     */
    public boolean isNeeded() {
        return state == KeyState.ACTIVE
                || (id.purpose() != KeyPurpose.SIGNING && (state == KeyState.LEAVING || state == KeyState.LOST));
    }
}
