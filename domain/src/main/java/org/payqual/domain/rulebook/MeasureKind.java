package org.payqual.domain.rulebook;

/** The two measures, ascending by weight (TJ-31). */
public enum MeasureKind {
    /** The qualification rests for a while (TJ-31.2). */
    SUSPENSION,
    /** The qualification ends, with a bar to registering anew (TJ-31.3). */
    TERMINATION
}
