package org.payqual.ops.keys;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.payqual.domain.identity.IdentityFault;

/**
 * The keys in use, as the register lists them and the ring has them. Who writes by them is in a
 * {@link KeyedTransaction}.
 */
public final class Keys {

    private final KeyRegister register;
    private final KeyRing ring;

    /** Works on a register and the keys at hand. */
    public Keys(KeyRegister register, KeyRing ring) {
        this.register = register;
        this.ring = ring;
    }

    /** Returns the register. */
    public KeyRegister register() {
        return register;
    }

    /**
     * Returns the key for what is written now.
     *
     * @throws IdentityFault if it is not at hand
     */
    public SecretKey active(KeyPurpose purpose) {
        return register.live(purpose).stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .findFirst()
                .map(this::require)
                .orElseThrow(() -> missing(purpose.label()));
    }

    /**
     * Returns the key for what is written now and those that are still read, in this order.
     *
     * @throws IdentityFault if one is not at hand
     */
    public List<SecretKey> live(KeyPurpose purpose) {
        List<SecretKey> keys =
                register.live(purpose).stream().map(this::require).toList();
        if (keys.isEmpty()) {
            throw missing(purpose.label());
        }
        return keys;
    }

    /**
     * Makes sure that a key is at hand, unless it was declared lost.
     *
     * @throws IdentityFault if it is not
     */
    public void requireUnlessLost(RegisteredKey registered) {
        if (registered.state() != KeyState.LOST) {
            require(registered);
        }
    }

    /** Finds one key if it is at hand, whatever its state. */
    public Optional<SecretKey> findAtHand(RegisteredKey registered) {
        return ring.find(registered);
    }

    /** Lists the public parts of all signing keys that ever were, by version. */
    public SortedMap<Integer, PublicKey> publicKeys() {
        SortedMap<Integer, PublicKey> keys = new TreeMap<>();
        for (RegisteredKey key : register.all(KeyPurpose.SIGNING)) {
            key.publicPart().ifPresent(part -> keys.put(key.id().version(), part));
        }
        return keys;
    }

    private SecretKey require(RegisteredKey registered) {
        return ring.find(registered).orElseThrow(() -> missing(registered.id().toString()));
    }

    private static IdentityFault missing(String key) {
        return new IdentityFault(IdentityFault.Kind.KEY_MISSING, "the key " + key + " is not at hand");
    }
}
