package org.payqual.domain.rulebook;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.payqual.domain.ledger.Provision;

/**
 * A band of points, ascending with the degree of responsibility (TJ-26 to 30).
 *
 * @param name as circumstances refer to it
 * @param points for every degree
 * @param provisions that set it
 */
public record Band(String name, Map<Responsibility, Integer> points, List<Provision> provisions) implements Cited {

    /** Copies both collections. */
    public Band {
        points = Ordered.map(points);
        provisions = List.copyOf(provisions);
    }

    /** Returns the points for a degree of responsibility. */
    public int of(Responsibility responsibility) {
        return requireNonNull(points.get(responsibility));
    }

    /** Returns the least points of the band. */
    public int lowest() {
        return of(Responsibility.GENERAL);
    }

    /** Returns the most points of the band. */
    public int highest() {
        return of(Responsibility.PRIMARY);
    }
}
