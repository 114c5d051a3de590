package org.payqual.query.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Breach;
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
 * @param breaches of the institution's duties that follow from these people's records, as the rulebook of the date
 *     names them; none where it names none, or none governs
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
        List<Breached> breaches,
        int stopped) {

    OccurrencesAnswer {
        breaches = List.copyOf(breaches);
    }

    /**
     * How often a duty was breached, on the day of the handling that found it (TJ-38).
     *
     * @param code of the breach
     * @param label the same in words
     * @param times how often
     * @param provisions on which it rests
     */
    record Breached(String code, Text label, int times, List<String> provisions) {

        Breached {
            provisions = List.copyOf(provisions);
        }

        static Breached of(Breach breach, int times) {
            return new Breached(
                    breach.code(),
                    breach.about(),
                    times,
                    breach.provisions().stream().map(Provision::citation).toList());
        }
    }

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
