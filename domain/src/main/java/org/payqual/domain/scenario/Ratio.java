package org.payqual.domain.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.Share;

/**
 * Which share of an institution's people is under a measure, as a world answers it (TJ-33).
 *
 * @param share of them among those registered there
 * @param reached the effect of the highest threshold reached; null where none is
 * @param rests the provisions on which the thresholds rest
 */
public record Ratio(Share share, @Nullable RatioEffect reached, List<Provision> rests) {

    /** Copies the provisions. */
    public Ratio {
        rests = List.copyOf(rests);
    }
}
