package org.payqual.domain.person;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of a person in order of recording, so that a correction can fold them anew without those that it voids.
 * Immutable; it grows at its end without being copied. Whoever folds many people and keeps them goes without, see
 * {@link #NOT_KEPT}.
 */
public final class Entries {

    /** No event yet. */
    public static final Entries NONE = new Entries(null, null, 0, true);

    /** Keeps no event, however many follow. */
    public static final Entries NOT_KEPT = new Entries(null, null, 0, false);

    private final @Nullable Entries before;
    private final @Nullable PersonEvent last;
    private final int size;
    private final boolean kept;

    private Entries(@Nullable Entries before, @Nullable PersonEvent last, int size, boolean kept) {
        this.before = before;
        this.last = last;
        this.size = size;
        this.kept = kept;
    }

    Entries plus(PersonEvent event) {
        return kept ? new Entries(this, event, size + 1, true) : this;
    }

    /**
     * Returns the events, each at its sequence number.
     *
     * @throws IllegalStateException if they are not kept
     */
    List<PersonEvent> list() {
        if (!kept) {
            throw new IllegalStateException("the events of this person are not kept");
        }
        PersonEvent[] events = new PersonEvent[size];
        for (Entries at = this; at != null && at.last != null; at = at.before) {
            events[at.size - 1] = at.last;
        }
        return List.of(events);
    }

    /** Tells whether the same events are kept. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Entries entries
                && kept == entries.kept
                && size == entries.size
                && (!kept || list().equals(entries.list()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(kept, size, last);
    }

    @Override
    public String toString() {
        return kept ? Arrays.toString(list().toArray()) : "not kept";
    }
}
