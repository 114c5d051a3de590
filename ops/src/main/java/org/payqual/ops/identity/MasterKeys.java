package org.payqual.ops.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.RegisteredKey;

/** The master keys as they are during one transaction, each made ready once. */
final class MasterKeys {

    private final Keys keys;
    private final Map<Integer, RegisteredKey> registered = new HashMap<>();
    private final Map<Integer, Optional<Sealer>> ready = new HashMap<>();

    MasterKeys(Keys keys) {
        this.keys = keys;
        keys.register()
                .all(KeyPurpose.MASTER)
                .forEach(key -> registered.put(key.id().version(), key));
    }

    /** Returns a master key if it is at hand, even if it was declared lost. */
    Optional<Sealer> atHand(int version) {
        return ready.computeIfAbsent(
                version,
                wanted -> Optional.ofNullable(registered.get(wanted))
                        .flatMap(keys::findAtHand)
                        .map(Sealer::of));
    }

    /**
     * Returns a master key; empty if it was declared lost.
     *
     * @throws org.payqual.domain.identity.IdentityFault if it is not at hand and was not declared lost
     */
    Optional<Sealer> find(int version) {
        RegisteredKey key = registered.get(version);
        if (key != null) {
            keys.requireUnlessLost(key);
        }
        return atHand(version);
    }
}
