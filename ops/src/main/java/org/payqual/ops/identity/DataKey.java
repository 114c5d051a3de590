package org.payqual.ops.identity;

import java.time.Instant;

/** The state of the key that protects an owner's data. */
sealed interface DataKey {

    /**
     * It can be used.
     *
     * @param generation from 1; another begins where a lost master key made the former one unreadable
     * @param sealer seals and opens by it
     */
    record Usable(int generation, Sealer sealer) implements DataKey {}

    /**
     * It was destroyed.
     *
     * @param at when
     */
    record Destroyed(Instant at) implements DataKey {}

    /**
     * The master key that wrapped it was declared lost.
     *
     * @param generation which nobody can read any more
     */
    record Lost(int generation) implements DataKey {}

    /** There is none: nothing was ever kept of that owner. */
    record Absent() implements DataKey {}
}
