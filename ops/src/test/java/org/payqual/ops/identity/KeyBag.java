package org.payqual.ops.identity;

import java.util.ArrayList;
import java.util.List;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeySource;
import org.payqual.ops.keys.SecretKey;

/** Keys in memory that a test can lose, find again and exchange. */
final class KeyBag implements KeySource {

    private final List<SecretKey> keys = new ArrayList<>();

    @Override
    public synchronized List<SecretKey> read() {
        return List.copyOf(keys);
    }

    @Override
    public synchronized void add(SecretKey key) {
        keys.add(key);
    }

    @Override
    public String placeOf(KeyId id) {
        return "the bag, as " + id;
    }

    /** Takes a key out of the bag. */
    synchronized SecretKey lose(String name) {
        SecretKey lost = keys.stream()
                .filter(key -> key.id().toString().equals(name))
                .findFirst()
                .orElseThrow();
        keys.remove(lost);
        return lost;
    }

    /** Lists the names of the keys in the bag. */
    synchronized List<String> names() {
        return keys.stream().map(key -> key.id().toString()).toList();
    }
}
