package org.payqual.domain.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.ledger.Provision;

/**
 * What follows for an institution from its people under a measure (TJ-33), as a share of those registered there in the
 * year, everyone once.
 *
 * @param thresholds ascending; none where the rulebook knows of none
 * @param provisions on which it rests
 */
public record InstitutionRatio(List<Threshold> thresholds, List<Provision> provisions) implements Cited {

    /** Copies the lists. */
    public InstitutionRatio {
        thresholds = List.copyOf(thresholds);
        provisions = List.copyOf(provisions);
    }

    /** Returns the thresholds that a share of people under a measure reaches, ascending. */
    public List<Threshold> reached(Share share) {
        return thresholds.stream().filter(it -> share.reaches(it.from())).toList();
    }

    /** Returns the highest threshold that a share reaches. */
    public Optional<Threshold> highest(Share share) {
        return reached(share).reversed().stream().findFirst();
    }

    /**
     * A threshold.
     *
     * @param from the least share, above 0 and at most 1
     * @param effect on what
     * @param due whether the effect is due, or only may follow
     */
    public record Threshold(BigDecimal from, RatioEffect effect, boolean due) {}

    /** On what a threshold has its effect. */
    public enum RatioEffect {
        /** Settlement is suspended. */
        SETTLEMENT,
        /** The agreement is suspended. */
        AGREEMENT
    }
}
