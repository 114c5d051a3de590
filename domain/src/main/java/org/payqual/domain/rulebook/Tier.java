package org.payqual.domain.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * What follows from a total (TJ-31). Duties of all tiers reached apply together; of the measures, the one of the
 * highest tier reached that has one.
 *
 * @param from the least total
 * @param keySupervision whether the person comes under key supervision to the end of the year
 * @param interview whether the agency owes an interview
 * @param circular whether a circular in the institution or its chain is due
 * @param training whether the person must be trained
 * @param addedUp the measure where the total was reached by adding up
 * @param oneNotice the measure where one notice's own points reach it
 * @param provisions on which it rests
 */
public record Tier(
        int from,
        boolean keySupervision,
        boolean interview,
        boolean circular,
        boolean training,
        @Nullable Effect addedUp,
        @Nullable Effect oneNotice,
        List<Provision> provisions)
        implements Cited {

    /** Copies the provisions. */
    public Tier {
        provisions = List.copyOf(provisions);
    }
}
