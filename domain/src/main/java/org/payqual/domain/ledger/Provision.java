package org.payqual.domain.ledger;

/**
 * The citation of the place in an instrument on which a decision, a refusal or an answer rests, such as
 * {@code TJ-31.2.1}: article 31, item (2), point 1 of the Tianjin rules.
 *
 * @param citation the citation as rulebooks write it, never blank
 */
public record Provision(String citation) {

    /** Checks that the citation says something. */
    public Provision {
        if (citation.isBlank()) {
            throw new IllegalArgumentException("a provision needs a citation");
        }
    }

    /** Tells whether this is a place, or lies within it: {@code TJ-31.2.1} within {@code TJ-31.2} and {@code TJ-31}. */
    public boolean isWithin(Provision place) {
        return equals(place) || citation.startsWith(place.citation + ".");
    }

    @Override
    public String toString() {
        return citation;
    }
}
