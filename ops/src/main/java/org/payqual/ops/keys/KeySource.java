package org.payqual.ops.keys;

import java.util.List;

/** Where keys lie, outside the database. */
public interface KeySource {

    /**
     * Reads all keys that are there now.
     *
     * @throws KeyFault if one is damaged or others may read it
     */
    List<SecretKey> read();

    /**
     * Adds a new key, durably, before this returns.
     *
     * @throws KeyFault if keys cannot be added here; the message says how to add one
     */
    void add(SecretKey key);

    /** Says in words where a key of this name lies or would lie. */
    String placeOf(KeyId id);
}
