package org.payqual.domain.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * The days on which a rulebook governs, by the date of the handling.
 *
 * @param from the first day
 * @param until the first day on which it no longer governs; open where absent
 * @param takesOver ids of the rulebooks whose place it takes from its first day on, whatever their own end
 * @param note a remark of its authors, where there is one
 * @param provisions of the instrument's entry into force
 */
public record Effective(
        LocalDate from,
        @Nullable LocalDate until,
        List<String> takesOver,
        @Nullable Text note,
        List<Provision> provisions)
        implements Cited {

    /** Copies the lists. */
    public Effective {
        takesOver = List.copyOf(takesOver);
        provisions = List.copyOf(provisions);
    }

    /** Tells whether the day lies within. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
