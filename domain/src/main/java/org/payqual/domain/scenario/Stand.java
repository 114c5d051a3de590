package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.StandingKind;

/**
 * Where a person stands, as a world answers it.
 *
 * @param kind the kind of standing
 * @param until the first free day of the measure in force; null where none runs
 * @param termServed whether the term ran out and the person waits for a restoration
 * @param points of the year
 * @param keySupervision whether the person is under key supervision
 * @param provisions those on which the measure that counts rests; none where none counts
 * @param beside the provisions on which all else of this rests
 */
public record Stand(
        StandingKind kind,
        @Nullable LocalDate until,
        boolean termServed,
        int points,
        boolean keySupervision,
        List<Provision> provisions,
        List<Provision> beside) {

    /** Copies the provisions. */
    public Stand {
        provisions = List.copyOf(provisions);
        beside = List.copyOf(beside);
    }
}
