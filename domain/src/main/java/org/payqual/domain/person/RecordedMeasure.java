package org.payqual.domain.person;

import java.time.LocalDate;
import org.payqual.domain.rulebook.MeasureKind;

/**
 * A measure in force.
 *
 * @param terms as the latest event states them
 * @param recorded its place in the order of recording: that of its first event
 */
public record RecordedMeasure(PersonEvent.Measure terms, long recorded) {

    /** Tells whether the measure's own term covers a day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(terms.from()) && day.isBefore(terms.until());
    }

    /** Tells whether the term had run out by a day without restoring the person by itself. */
    public boolean servedBy(LocalDate day) {
        return !terms.endRestores() && !day.isBefore(terms.until());
    }

    /** Tells whether this is a termination. */
    public boolean terminates() {
        return terms.kind() == MeasureKind.TERMINATION;
    }
}
