package org.payqual.query.institution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.institution.InstitutionEvent.RatioReached;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.InstitutionRatio;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.query.knowledge.KnownAt;

/**
 * Which share of an institution's people was under a measure in a year up to a date (TJ-33).
 *
 * @param institution code of the institution
 * @param year the calendar year
 * @param validAt the date
 * @param reflects the state of the log
 * @param registered how many people counted as registered there on any day of the year up to the date
 * @param measured how many of them were under a measure's own term on such a day
 * @param ratio the share, rounded to six decimals; whether a threshold is reached is decided by the counts
 * @param threshold the highest threshold reached; absent where none is
 * @param provisions on which the thresholds rest
 * @param rulebook whose thresholds they are
 * @param recorded the crossings of thresholds of this year that are on record, as they were known when recorded
 * @param stopped how many people registered there are left out because their history cannot be followed
 */
record RatioAnswer(
        String institution,
        int year,
        LocalDate validAt,
        KnownAt reflects,
        int registered,
        int measured,
        BigDecimal ratio,
        @Nullable Reached threshold,
        List<String> provisions,
        String rulebook,
        List<Crossing> recorded,
        int stopped) {

    RatioAnswer {
        provisions = List.copyOf(provisions);
        recorded = List.copyOf(recorded);
    }

    /**
     * A threshold that is reached.
     *
     * @param effect on what it has its effect
     * @param label the same in words
     * @param due whether the effect is due, or only may follow
     * @param from the least share
     */
    record Reached(RatioEffect effect, Text label, boolean due, BigDecimal from) {

        static Reached of(InstitutionRatio.Threshold threshold) {
            return new Reached(
                    threshold.effect(),
                    RatioAnswer.label(threshold.effect(), threshold.due()),
                    threshold.due(),
                    threshold.from());
        }
    }

    /**
     * The record that a threshold was reached.
     *
     * @param effect of the threshold
     * @param label the same in words
     * @param due whether the effect is due, or only may follow
     * @param date the first day on which it was reached
     * @param registered how many people counted as registered up to that day
     * @param measured how many of them were under a measure
     * @param knownAt the log position at which that was known
     * @param recorded where it was recorded
     * @param provisions on which it rests
     * @param rulebook by which it was decided
     */
    record Crossing(
            RatioEffect effect,
            Text label,
            boolean due,
            LocalDate date,
            int registered,
            int measured,

            @Schema(description = "据以得知的账本位置 / the log position at which that was known")
            long knownAt,

            KnownAt recorded,
            List<String> provisions,
            String rulebook) {

        Crossing {
            provisions = List.copyOf(provisions);
        }

        static Crossing of(RatioReached reached, KnownAt recorded) {
            return new Crossing(
                    reached.effect(),
                    RatioAnswer.label(reached.effect(), reached.due()),
                    reached.due(),
                    reached.date(),
                    reached.registered(),
                    reached.measured(),
                    reached.knownAt(),
                    recorded,
                    reached.receipt().rules().stream().map(Provision::citation).toList(),
                    reached.receipt().rulebook());
        }
    }

    /** Tells what follows in words. */
    static Text label(RatioEffect effect, boolean due) {
        return switch (effect) {
            case SETTLEMENT ->
                due
                        ? new Text("应暂停结算（拨付）医保基金", "settlement is to be suspended")
                        : new Text("可视情况暂停结算（拨付）医保基金", "settlement may be suspended");
            case AGREEMENT ->
                due
                        ? new Text("应暂停（中止）服务协议", "the service agreement is to be suspended")
                        : new Text("可视情况暂停（中止）服务协议", "the service agreement may be suspended");
        };
    }
}
