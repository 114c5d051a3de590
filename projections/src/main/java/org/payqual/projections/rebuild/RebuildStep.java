package org.payqual.projections.rebuild;

/** What a rebuild does, in this order. */
public enum RebuildStep {
    /** Whole streams are read and their rows written; counted in events. */
    LOADING,
    /** Constraints and indexes are made; counted in rows under them. */
    INDEXING,
    /** What was sealed meanwhile follows; counted in events. */
    CATCHING_UP,
    /** The new tables take the names of the live ones; counted in attempts. */
    SWITCHING
}
