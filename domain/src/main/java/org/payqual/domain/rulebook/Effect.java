package org.payqual.domain.rulebook;

/**
 * A measure that a tier brings.
 *
 * @param kind suspension or termination
 * @param term how long it runs
 */
public record Effect(MeasureKind kind, Term term) implements Comparable<Effect> {

    /** Compares by weight: a termination outweighs a suspension, then the longer term (at its longest) outweighs. */
    @Override
    public int compareTo(Effect other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(term.longestMonths(), other.term.longestMonths());
    }
}
