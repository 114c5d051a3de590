package org.payqual.ops.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The data keys of one owner, of all generations. */
final class OwnerKeys {

    private final Owner owner;
    private final List<Wrapped> generations;
    private final MasterKeys masters;

    /** Takes the keys as they are kept, newest first. */
    OwnerKeys(Owner owner, List<Wrapped> generations, MasterKeys masters) {
        this.owner = owner;
        this.generations = List.copyOf(generations);
        this.masters = masters;
    }

    Owner owner() {
        return owner;
    }

    /** Tells whether there are none: nothing was ever kept of that owner. */
    boolean isEmpty() {
        return generations.isEmpty();
    }

    /** Says when they were destroyed, without opening any; empty if they were not. */
    Optional<Instant> destroyedAt() {
        return generations.stream().flatMap(key -> key.destroyedAt().stream()).findFirst();
    }

    /** Opens the newest key. */
    DataKey newest() {
        return generations.isEmpty() ? new DataKey.Absent() : open(generations.getFirst());
    }

    /** Opens the key of one generation. */
    DataKey of(int generation) {
        return generations.stream()
                .filter(key -> key.generation() == generation)
                .findFirst()
                .map(this::open)
                .orElseGet(DataKey.Absent::new);
    }

    private DataKey open(Wrapped key) {
        if (key.destroyedAt().isPresent()) {
            return new DataKey.Destroyed(key.destroyedAt().get());
        }
        return masters.find(key.master())
                .<DataKey>map(master ->
                        new DataKey.Usable(key.generation(), master.unwrap(owner, key.generation(), key.content())))
                .orElseGet(() -> new DataKey.Lost(key.generation()));
    }

    /**
     * A data key as it is kept.
     *
     * @param master the version of the master key that wraps it, 0 if it was destroyed
     * @param content the wrapped key, nothing if it was destroyed
     */
    record Wrapped(int generation, int master, SealedBytes content, Optional<Instant> destroyedAt) {}
}
