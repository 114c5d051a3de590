package org.payqual.ops.keys;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a new key in the place of another. What was written under the former one is reworked elsewhere. */
public final class KeyChange {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

    private final KeyRegister register;
    private final KeyRing ring;
    private final KeyedTransaction transaction;

    /** Works on a register and the keys at hand. */
    public KeyChange(KeyRegister register, KeyRing ring, KeyedTransaction transaction) {
        this.register = register;
        this.ring = ring;
        this.transaction = transaction;
    }

    /**
     * Takes the next key of a purpose into use; the former one is still read. If the next one does not lie there yet it
     * is made.
     *
     * @return the new key's name
     * @throws KeyFault if it does not lie there and may not be made there, or the former one is missing
     */
    public KeyId next(KeyPurpose purpose) {
        return transaction.alone(status -> {
            RegisteredKey former = register.live(purpose).getFirst();
            if (ring.find(former).isEmpty()) {
                throw new KeyFault(
                        KeyFault.Kind.MISSING,
                        "The key " + former.id() + " is missing at " + ring.placeOf(former.id())
                                + " and cannot be followed by another. Put it back, or declare it lost.");
            }
            return follow(former.id(), KeyState.LEAVING);
        });
    }

    /**
     * Declares a key lost, for good. If it was the active one of its purpose the next one is taken into use.
     *
     * @param lost the key's name
     * @return the name of the purpose's active key from now on
     * @throws KeyFault if that key is at hand, or nothing depends on it
     */
    public KeyId declareLost(KeyId lost) {
        return transaction.alone(status -> {
            RegisteredKey key = register.live(lost.purpose()).stream()
                    .filter(live -> live.id().equals(lost))
                    .findFirst()
                    .orElseThrow(() -> notLost(lost, "nothing depends on it"));
            ring.readAgain();
            if (ring.find(key).isPresent()) {
                throw notLost(lost, "it lies at " + ring.placeOf(lost));
            }
            if (key.state() == KeyState.ACTIVE) {
                return follow(lost, KeyState.LOST);
            }
            register.move(lost, KeyState.LOST);
            LOG.warn("Key {} was declared lost.", lost);
            return register.live(lost.purpose()).getFirst().id();
        });
    }

    private KeyId follow(KeyId former, KeyState state) {
        int newest = register.all(former.purpose()).getFirst().id().version();
        KeyId id = new KeyId(former.purpose(), newest + 1);
        SecretKey next = ring.named(id).orElseGet(() -> ring.make(id));
        register.move(former, state);
        register.enter(next);
        LOG.info(
                "Key {} is in use from now on, {} is {}. Keep a copy of it apart from the database.",
                id,
                former,
                state.label());
        return id;
    }

    private static KeyFault notLost(KeyId id, String why) {
        return new KeyFault(KeyFault.Kind.NOT_LOST, "The key " + id + " cannot be declared lost: " + why + ".");
    }
}
