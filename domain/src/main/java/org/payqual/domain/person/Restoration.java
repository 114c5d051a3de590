package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restoration as the ledger now holds it.
 *
 * @param id unique within the person
 * @param requested the day of the request
 * @param institution through which; null where the person asked directly
 * @param reviewed whether the district's review passed; null while there was none
 * @param reached the day of its latest step
 * @param decided the day of the decision; null while it waits
 * @param lifts the notices whose measures it lifts; empty unless granted
 */
public record Restoration(
        String id,
        LocalDate requested,
        @Nullable String institution,
        @Nullable Boolean reviewed,
        LocalDate reached,
        @Nullable LocalDate decided,
        List<String> lifts) {

    /** Copies the list. */
    public Restoration {
        lifts = List.copyOf(lifts);
    }

    /** Tells whether it waits for a decision. */
    public boolean pending() {
        return decided == null;
    }

    Restoration reviewedOn(LocalDate day, boolean passed) {
        return new Restoration(id, requested, institution, passed, day, decided, lifts);
    }

    Restoration decidedOn(LocalDate day, List<String> lifted) {
        return new Restoration(id, requested, institution, reviewed, day, day, lifted);
    }
}
