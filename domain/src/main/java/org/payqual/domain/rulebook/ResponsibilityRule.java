package org.payqual.domain.rulebook;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.payqual.domain.ledger.Provision;

/**
 * Who determines the responsibility for the points (TJ-24, 30).
 *
 * @param determiners for every kind of handling
 * @param provisions on which a refusal of missing responsibility or of other points rests
 */
public record ResponsibilityRule(Map<HandlingKind, Determiner> determiners, List<Provision> provisions)
        implements Cited {

    /** Copies both. */
    public ResponsibilityRule {
        determiners = Ordered.map(determiners);
        provisions = List.copyOf(provisions);
    }

    /** Returns who determines after a kind of handling. */
    public Determiner after(HandlingKind handling) {
        return requireNonNull(determiners.get(handling));
    }
}
