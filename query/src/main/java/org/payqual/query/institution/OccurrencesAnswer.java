package org.payqual.query.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.payqual.domain.rulebook.Share;
import org.payqual.query.knowledge.KnownAt;

/**
 * How often people were scored, suspended and terminated for acts done at an institution, in a year up to a date, and
 * how often that is per head of its people (CY-7).
 *
 * @param institution code of the institution
 * @param year the calendar year
 * @param validAt the date
 * @param reflects the state of the log
 * @param registered how many people counted as registered there on any day of the year up to the date
 * @param scorings notices in force, each on the day of its handling
 * @param suspensions that stand, each on its first day
 * @param terminations that stand, each on its first day
 * @param stopped how many people registered there are left out because their history cannot be followed
 */
record OccurrencesAnswer(
        String institution,
        int year,
        LocalDate validAt,
        KnownAt reflects,
        int registered,
        Times scorings,
        Times suspensions,
        Times terminations,
        int stopped) {

    /**
     * How often something happened.
     *
     * @param times how often
     * @param perHead the same for each of the people registered, rounded to six decimals; 0 where nobody is
     */
    record Times(int times, BigDecimal perHead) {

        static Times of(int times, int heads) {
            return new Times(times, new Share(times, heads).decimal());
        }
    }
}
