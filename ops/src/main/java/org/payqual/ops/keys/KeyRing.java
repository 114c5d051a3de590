package org.payqual.ops.keys;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys at hand. One that is asked for and not held is looked for once more where keys lie, so that a key added
 * while the program runs is found; and only the very key that the register knows is ever given out.
 */
public final class KeyRing {

    private final KeySource source;
    private volatile Map<KeyId, SecretKey> held = Map.of();

    /** Takes the place where keys lie; nothing is read yet. */
    public KeyRing(KeySource source) {
        this.source = source;
    }

    /**
     * Finds a registered key.
     *
     * @return empty if it is not at hand
     * @throws KeyFault if another key is there under its name
     */
    public Optional<SecretKey> find(RegisteredKey registered) {
        Optional<SecretKey> key = named(registered.id());
        if (key.isPresent() && !key.get().fingerprint().equals(registered.fingerprint())) {
            throw new KeyFault(
                    KeyFault.Kind.WRONG,
                    "The key " + registered.id() + " at " + source.placeOf(registered.id())
                            + " is not the one that this database was written with. Put the right one there.");
        }
        return key;
    }

    /** Finds the key of a name, whether or not it is registered. */
    Optional<SecretKey> named(KeyId id) {
        if (!held.containsKey(id)) {
            readAgain();
        }
        return Optional.ofNullable(held.get(id));
    }

    /** Finds the newest key of a purpose that is at hand. */
    Optional<SecretKey> newest(KeyPurpose purpose) {
        readAgain();
        return held.values().stream()
                .filter(key -> key.id().purpose() == purpose)
                .max((one, other) -> one.id().compareTo(other.id()));
    }

    /**
     * Makes a key and keeps it where keys lie.
     *
     * @throws KeyFault if keys cannot be added there
     */
    SecretKey make(KeyId id) {
        SecretKey key = SecretKey.random(id);
        source.add(key);
        readAgain();
        return key;
    }

    /** Forgets what is held and reads all keys again. */
    void readAgain() {
        held = source.read().stream().collect(Collectors.toUnmodifiableMap(SecretKey::id, Function.identity()));
    }

    /** Says in words where a key lies or would lie. */
    String placeOf(KeyId id) {
        return source.placeOf(id);
    }
}
