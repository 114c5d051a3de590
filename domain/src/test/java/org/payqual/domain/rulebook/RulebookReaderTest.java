package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/** That everything which a rulebook can say arrives typed. */
class RulebookReaderTest {

    private static final Rulebook ELSEWHERE =
            RulebookReader.read(Elsewhere.bytes(Elsewhere.TEXT)).expectSound();

    private static List<Provision> cites(String... citations) {
        return List.of(citations).stream().map(Provision::new).toList();
    }

    @Test
    void the_digest_is_that_of_the_bytes() {
        assertThat(RulebookReader.read(Elsewhere.bytes(Elsewhere.TEXT + "# a remark\n"))
                        .expectSound()
                        .sha256())
                .hasSize(64)
                .isNotEqualTo(ELSEWHERE.sha256());
    }

    @Test
    void conditions_on_institution_staff_and_regulation() {
        Circumstance two = ELSEWHERE.circumstance("EW-10.2").orElseThrow();
        assertThat(two.roles()).containsExactly("NURSING");
        assertThat(two.institution()).isEqualTo(new InstitutionCondition(InstitutionKind.HOSPITAL, true));
        assertThat(ELSEWHERE.circumstance("EW-11.1").orElseThrow().regulationArticles())
                .containsExactly(38, 40);
        assertThat(ELSEWHERE.circumstance("EW-10.9")).isEmpty();
    }

    @Test
    void a_repeat_covers_articles_and_not_what_only_begins_like_them() {
        Repeats repeats = ELSEWHERE.circumstance("EW-11.2").orElseThrow().repeats();
        assertThat(repeats).isEqualTo(new Repeats(Set.of("EW-10", "EW-11.1"), Repeats.Within.YEAR));
        assertThat(List.of("EW-10", "EW-10.1", "EW-10.2.3", "EW-11.1")).allMatch(repeats::covers);
        assertThat(List.of("EW-1", "EW-100", "EW-11", "EW-11.2", "EW-11.10")).noneMatch(repeats::covers);
    }

    @Test
    void points_by_the_amount_involved() {
        Circumstance byAmount = ELSEWHERE.circumstance("EW-11.3").orElseThrow();
        assertThat(List.of(0L, 4_999L, 5_000L, 19_999L, 20_000L, 9_000_000L))
                .extracting(yuan -> ELSEWHERE.points(byAmount, yuan))
                .containsExactly(4, 4, 8, 8, 12, 12);
    }

    @Test
    void a_finding_one_band_up_or_down_and_no_further() {
        Circumstance low = ELSEWHERE.circumstance("EW-10.1").orElseThrow();
        Circumstance high = ELSEWHERE.circumstance("EW-11.1").orElseThrow();
        Move.Direction up = ELSEWHERE.moves().get("EW-12.1").direction();
        Move.Direction down = ELSEWHERE.moves().get("EW-12.2").direction();
        assertThat(ELSEWHERE.points(low, Responsibility.IMPORTANT, up)).isEqualTo(8);
        assertThat(ELSEWHERE.points(high, Responsibility.IMPORTANT, down)).isEqualTo(2);
        assertThat(ELSEWHERE.points(high, Responsibility.IMPORTANT, up)).isEqualTo(8);
        assertThat(ELSEWHERE.points(low, Responsibility.IMPORTANT, down)).isEqualTo(2);
        assertThat(ELSEWHERE.moves().get("EW-12.1").reasonRequired()).isTrue();
        assertThat(ELSEWHERE.moves().get("EW-12.2").reasonRequired()).isFalse();
        assertThat(ELSEWHERE.bandRank("low")).isLessThan(ELSEWHERE.bandRank("high"));
    }

    @Test
    void a_cap_on_the_year() {
        assertThat(ELSEWHERE.year().cap()).isEqualTo(12);
    }

    @Test
    void talk_and_training_from_another_total_and_terms_that_the_agency_states() {
        Term.Stated months = new Term.Stated(3, 5, true, cites("EW-22"));
        Effect suspension = new Effect(MeasureKind.SUSPENSION, months);
        assertThat(ELSEWHERE.tiers())
                .containsExactly(
                        new Tier(5, false, true, false, true, null, null, cites("EW-20")),
                        new Tier(9, false, false, false, false, suspension, suspension, cites("EW-21")),
                        new Tier(
                                12,
                                false,
                                false,
                                false,
                                false,
                                new Effect(MeasureKind.TERMINATION, new Term.Fixed(Period.ofYears(1))),
                                new Effect(MeasureKind.TERMINATION, new Term.Stated(12, 36, false, cites("EW-23"))),
                                cites("EW-23")));
        assertThat(months.allows(2)).isFalse();
        assertThat(months.allows(3) && months.allows(5)).isTrue();
        assertThat(months.allows(6)).isFalse();
        assertThat(ELSEWHERE.measureTier(11).map(Tier::from)).contains(9);
        assertThat(ELSEWHERE.measureTier(8)).isEmpty();
    }

    @Test
    void measures_from_the_following_month_whose_first_day_does_not_count() {
        Measures measures = ELSEWHERE.measures();
        LocalDate first = measures.start().after(LocalDate.of(2026, 1, 31));
        assertThat(first).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(measures.until(first, Period.ofMonths(1))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(measures.atExpiry()).isEqualTo(Measures.Expiry.RESTORES);
        assertThat(measures.oneNotice()).isEqualTo(Measures.OneNotice.ADDED_POINTS);
    }

    @Test
    void emergencies_of_terminated_people_are_paid_where_they_were_registered() {
        assertThat(ELSEWHERE.settlement(StandingKind.TERMINATED))
                .isEqualTo(new SettlementRule(SettlementRule.Pays.EMERGENCY, false, true, cites("EW-32")));
    }

    @Test
    void an_appeal_by_working_days_from_receipt_with_a_district_in_between() {
        assertThat(ELSEWHERE.appeal().filing())
                .isEqualTo(new Appeal.Filing(
                        new Appeal.Period.OfReceipt(10), Set.of(Appeal.Need.SIGNATURE), cites("EW-48")));
        assertThat(ELSEWHERE.appeal().handling())
                .isEqualTo(new Appeal.Handling(
                        List.of(Appeal.Handler.WHOEVER_DETERMINED_RESPONSIBILITY, Appeal.Handler.DISTRICT_BUREAU),
                        Appeal.Continues.AFTER_THE_RESULT,
                        true,
                        cites("EW-49")));
    }

    @Test
    void repair_by_times_with_a_common_limit_and_a_month_for_every_so_many_points() {
        Repair repair = ELSEWHERE.repair();
        assertThat(repair.paths())
                .isEqualTo(Map.of(Repair.Path.ACTIVITY, new Repair.Worth(1, 1, 4, null, cites("EW-53"))));
        assertThat(repair.pointsAYear()).isEqualTo(2);
        assertThat(repair.timesAYear()).isEqualTo(5);
        assertThat(repair.shorten())
                .isEqualTo(new Repair.Shorten(1, new Repair.Occasion.EveryPoints(3), null, cites("EW-54")));
        assertThat(repair.never()).isEqualTo(new Repair.Never(12, Repair.During.NO_TERMINATION, cites("EW-55")));
        assertThat(repair.primaryPractice()).isEqualTo(new Citation(cites("EW-52")));
    }

    @Test
    void restoration_in_a_window_after_training_with_two_reviews() {
        Restoration restoration = ELSEWHERE.restoration();
        assertThat(restoration.request()).isEqualTo(new Restoration.Window.BeforeTheEnd(15));
        assertThat(restoration.direct()).isNotNull();
        assertThat(restoration.training()).isNotNull();
        assertThat(restoration.reviews())
                .containsExactly(
                        new Restoration.Review(Restoration.Reviewer.DISTRICT, 7, cites("EW-57")),
                        new Restoration.Review(Restoration.Reviewer.CITY, null, cites("EW-57")));
    }

    @Test
    void deadlines_with_those_that_other_sections_state() {
        assertThat(ELSEWHERE.deadlines().keySet())
                .containsExactlyInAnyOrder(
                        Duty.ROSTER,
                        Duty.REMINDER_TALK,
                        Duty.RESTORATION,
                        Duty.NOTICE,
                        Duty.APPEAL,
                        Duty.PRE_REVIEW,
                        Duty.TRAINING);
        assertThat(ELSEWHERE.deadlines().get(Duty.PRE_REVIEW).due())
                .isEqualTo(new Deadline.Due.Within(7, Deadline.Anchor.REQUEST));
        assertThat(ELSEWHERE.deadlines().get(Duty.APPEAL).due())
                .isEqualTo(new Deadline.Due.Within(10, Deadline.Anchor.RECEIPT));
        assertThat(ELSEWHERE.deadlines().get(Duty.ROSTER).due())
                .isEqualTo(new Deadline.Due.Every(Deadline.Rhythm.YEAR));
    }

    @Test
    void a_reading_names_the_place_that_makes_the_choice() {
        assertThat(ELSEWHERE.readings())
                .isEqualTo(Map.of(
                        "measures.start", new Reading("measures.start", new Text("理由", "a reason"), cites("EW-24"))));
    }
}
