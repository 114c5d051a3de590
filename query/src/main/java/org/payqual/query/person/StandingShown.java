package org.payqual.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.StandingKind;

/**
 * A standing as answers show it (TJ-21, 22, 31).
 *
 * @param kind normal, suspended, terminated or unregistered
 * @param label the same in words
 * @param until the first free day of the measure in force; absent where none runs
 * @param termServed whether the term ran out and the person waits for a restoration
 * @param objected whether an appeal of the person is open on that day
 * @param provisions on which a measure rests
 */
public record StandingShown(
        StandingKind kind,
        Text label,

        @Schema(description = "未受处理的第一天 / the first free day") @Nullable
        LocalDate until,

        boolean termServed,
        boolean objected,
        List<String> provisions) {

    /** Copies the list. */
    public StandingShown {
        provisions = List.copyOf(provisions);
    }

    /** Shows a standing. */
    public static StandingShown of(Standing standing) {
        return new StandingShown(
                standing.kind(),
                Labels.of(standing.kind()),
                standing.until(),
                standing.termServed(),
                standing.objected(),
                standing.provisions().stream().map(Provision::citation).toList());
    }
}
