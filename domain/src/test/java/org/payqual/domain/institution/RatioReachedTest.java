package org.payqual.domain.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.institution.InstitutionEvent.RatioReached;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.Share;
import org.payqual.domain.scenario.Playing;

/** The thresholds that an institution's ratio reached are recorded once for each year (TJ-33). */
class RatioReachedTest {

    private static final LocalDate DAY = LocalDate.of(2025, 4, 1);
    private static final Institution HOSPITAL =
            new Institution("H1", InstitutionKind.HOSPITAL, true, "120101", DAY.minusDays(60), null, 0);

    @Test
    void a_share_below_every_threshold_is_not_recorded() {
        assertThat(refusal(HOSPITAL, DAY, 199, 1000)).isEqualTo("ratio-not-crossed");
        assertThat(refusal(HOSPITAL, DAY, 0, 0)).isEqualTo("ratio-not-crossed");
    }

    @Test
    void the_first_threshold_is_recorded_as_what_may_follow() {
        RatioReached reached = reached(HOSPITAL, DAY, 200, 1000).getFirst();
        assertThat(reached.effect()).isEqualTo(RatioEffect.SETTLEMENT);
        assertThat(reached.due()).isFalse();
        assertThat(reached.year()).isEqualTo(2025);
        assertThat(reached.date()).isEqualTo(DAY);
        assertThat(reached.registered()).isEqualTo(1000);
        assertThat(reached.measured()).isEqualTo(200);
        assertThat(reached.knownAt()).isEqualTo(42);
        assertThat(reached.receipt().rules()).containsExactly(new Provision("TJ-33"));
        assertThat(reached.receipt().rulebook()).isEqualTo("tianjin-2025");
    }

    @Test
    void a_leap_over_both_thresholds_records_both() {
        assertThat(reached(HOSPITAL, DAY, 1, 2))
                .extracting(RatioReached::effect, RatioReached::due)
                .containsExactly(tuple(RatioEffect.SETTLEMENT, false), tuple(RatioEffect.AGREEMENT, true));
    }

    @Test
    void each_threshold_is_recorded_once_a_year() {
        Institution after = after(HOSPITAL, reached(HOSPITAL, DAY, 1, 5));
        assertThat(after.version()).isEqualTo(1);
        assertThat(refusal(after, DAY.plusDays(1), 2, 5)).isEqualTo("ratio-not-crossed");
        assertThat(reached(after, DAY.plusDays(1), 3, 5))
                .extracting(RatioReached::effect)
                .containsExactly(RatioEffect.AGREEMENT);
        assertThat(reached(after, DAY.plusYears(1), 1, 5))
                .extracting(RatioReached::effect)
                .containsExactly(RatioEffect.SETTLEMENT);
        assertThat(Institution.evolve(after, "H1", new InstitutionEvent.AgreementRenewed(DAY))
                        .crossings())
                .isEqualTo(after.crossings());
        RatioReached again = reached(HOSPITAL, DAY, 1, 5).getFirst();
        assertThatThrownBy(() -> Institution.evolve(after, "H1", again)).isInstanceOf(MalformedHistory.class);
    }

    @Test
    void each_threshold_is_recorded_with_the_first_day_on_which_it_was_reached() {
        List<RecordRatio.Day> days = List.of(
                new RecordRatio.Day(DAY, new Share(1, 6)),
                new RecordRatio.Day(DAY.plusDays(1), new Share(2, 6)),
                new RecordRatio.Day(DAY.plusDays(2), new Share(3, 16)),
                new RecordRatio.Day(DAY.plusDays(3), new Share(9, 16)),
                new RecordRatio.Day(DAY.plusDays(4), new Share(10, 16)),
                new RecordRatio.Day(DAY.plusYears(1), new Share(1, 5)));
        assertThat(events(Institution.decide(
                        HOSPITAL, new RecordRatio(days, 42), (region, at) -> Optional.of(Playing.TIANJIN))))
                .extracting(RatioReached::effect, RatioReached::date)
                .containsExactly(
                        tuple(RatioEffect.SETTLEMENT, DAY.plusDays(1)),
                        tuple(RatioEffect.AGREEMENT, DAY.plusDays(3)),
                        tuple(RatioEffect.SETTLEMENT, DAY.plusYears(1)));
    }

    @Test
    void where_no_rulebook_governs_there_is_no_threshold() {
        assertThat(Institution.decide(
                        HOSPITAL,
                        new RecordRatio(List.of(new RecordRatio.Day(DAY, new Share(1, 1))), 42),
                        (region, day) -> Optional.empty()))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void an_unknown_institution_reaches_nothing() {
        assertThat(refusal(null, DAY, 1, 1)).isEqualTo("unknown-institution");
    }

    private static Institution after(Institution before, List<RatioReached> events) {
        Institution after = before;
        for (RatioReached event : events) {
            after = Institution.evolve(after, "H1", event);
        }
        return after;
    }

    private static List<RatioReached> reached(Institution state, LocalDate day, int measured, int registered) {
        return events(decide(state, day, measured, registered));
    }

    private static List<RatioReached> events(Decision<InstitutionEvent> decision) {
        return ((Decision.Accepted<InstitutionEvent>) decision)
                .events().stream().map(RatioReached.class::cast).toList();
    }

    private static String refusal(@Nullable Institution state, LocalDate day, int measured, int registered) {
        return ((Decision.Refused<InstitutionEvent>) decide(state, day, measured, registered))
                .refusal()
                .code();
    }

    private static Decision<InstitutionEvent> decide(
            @Nullable Institution state, LocalDate day, int measured, int registered) {
        return Institution.decide(
                state,
                new RecordRatio(List.of(new RecordRatio.Day(day, new Share(measured, registered))), 42),
                (region, at) -> Optional.of(Playing.TIANJIN));
    }
}
