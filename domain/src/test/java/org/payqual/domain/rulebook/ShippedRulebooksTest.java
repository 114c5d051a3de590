package org.payqual.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.SettlementRule.Pays;

class ShippedRulebooksTest {

    private static final Rulebook TIANJIN = read("tianjin-2025").expectSound();

    static List<String> ids() {
        return ShippedRulebooks.ids();
    }

    private static Outcome<Rulebook> read(String id) {
        return new RulebookReader(ShippedRulebooks::file)
                .readExtending(ShippedRulebooks.file(id).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_shipped_rulebook_is_without_fault_and_has_the_id_of_its_file(String id) {
        assertThat(read(id))
                .isInstanceOfSatisfying(
                        Outcome.Sound.class,
                        sound -> assertThat(((Rulebook) sound.value()).id()).isEqualTo(id));
    }

    @Test
    void no_other_file_is_shipped_under_an_unknown_id() {
        assertThat(ShippedRulebooks.file("nowhere-1999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TJ-26.1, 1, 2, 3", "TJ-26.2, 1, 2, 3", "TJ-26.3, 1, 2, 3", "TJ-27.1, 4, 5, 6", "TJ-27.2, 4, 5, 6",
        "TJ-27.3, 4, 5, 6", "TJ-28.1, 7, 8, 9", "TJ-28.2, 7, 8, 9", "TJ-28.3, 7, 8, 9", "TJ-29.1, 10, 11, 12",
        "TJ-29.2, 10, 11, 12", "TJ-29.3, 10, 11, 12"
    })
    void tianjin_scores_by_band_and_responsibility(String code, int general, int important, int primary) {
        Circumstance circumstance = TIANJIN.circumstance(code).orElseThrow();
        assertThat(TIANJIN.points(circumstance, Responsibility.GENERAL)).isEqualTo(general);
        assertThat(TIANJIN.points(circumstance, Responsibility.IMPORTANT)).isEqualTo(important);
        assertThat(TIANJIN.points(circumstance, Responsibility.PRIMARY)).isEqualTo(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "8,  ,            ,    ,    ",
        "9,  SUSPENSION,  P1M, P2M, TJ-31.2.1",
        "10, SUSPENSION,  P3M, P4M, TJ-31.2.2",
        "11, SUSPENSION,  P5M, P6M, TJ-31.2.3",
        "12, TERMINATION, P1Y, P3Y, TJ-31.3",
        "30, TERMINATION, P1Y, P3Y, TJ-31.3"
    })
    void tianjin_has_two_columns_of_measures(
            int total, MeasureKind kind, Period addedUp, Period oneNotice, String cites) {
        if (kind == null) {
            assertThat(TIANJIN.measureTier(total)).isEmpty();
            return;
        }
        Tier tier = TIANJIN.measureTier(total).orElseThrow();
        assertThat(tier.addedUp()).isEqualTo(new Effect(kind, new Term.Fixed(addedUp)));
        assertThat(tier.oneNotice()).isEqualTo(new Effect(kind, new Term.Fixed(oneNotice)));
        assertThat(tier.provision()).isEqualTo(new Provision(cites));
    }

    @Test
    void tianjin_supervises_from_six_points_also_at_the_higher_tiers() {
        assertThat(TIANJIN.reached(5)).isEmpty();
        for (int total : List.of(6, 9, 12)) {
            Tier first = TIANJIN.reached(total).getFirst();
            assertThat(first.keySupervision() && first.interview() && first.circular())
                    .isTrue();
            assertThat(first.training()).isFalse();
            assertThat(first.provision()).hasToString("TJ-31.1");
        }
    }

    @Test
    void tianjin_governs_its_regions_for_two_years() {
        LocalDate first = LocalDate.of(2025, 1, 1);
        assertThat(TIANJIN.effectiveFrom()).isEqualTo(first);
        assertThat(TIANJIN.effectiveUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(TIANJIN.governs("120101", first)).isTrue();
        assertThat(TIANJIN.governs("120101", LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(TIANJIN.governs("120101", LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(TIANJIN.governs("120101", first.minusDays(1))).isFalse();
        assertThat(TIANJIN.governs("110105", first)).isFalse();
    }

    @Test
    void tianjin_says_what_each_circumstance_asks_for() {
        Map<String, Circumstance> all = TIANJIN.circumstances();
        assertThat(all.get("TJ-26.1").handlings()).containsExactly(HandlingKind.AGREEMENT_HANDLING);
        assertThat(all.get("TJ-26.2").handlings()).containsExactly(HandlingKind.CIRCULAR);
        assertThat(all.get("TJ-26.2").institution())
                .isEqualTo(new InstitutionCondition(InstitutionKind.HOSPITAL, true));
        assertThat(all.get("TJ-27.1").handlings()).containsExactly(HandlingKind.ADMINISTRATIVE_PENALTY);
        assertThat(all.get("TJ-27.1").regulationArticles()).containsExactly(38, 39);
        assertThat(all.get("TJ-27.2").handlings()).containsExactly(HandlingKind.INDUSTRY_SANCTION);
        assertThat(all.get("TJ-28.1").handlings()).isEmpty();
        assertThat(all.get("TJ-28.2").repeats()).isEqualTo(new Repeats(Set.of("TJ-26", "TJ-27"), Repeats.Within.YEAR));
        assertThat(all.get("TJ-29.1").regulationArticles()).containsExactly(40);
        assertThat(all.get("TJ-29.2").handlings()).containsExactly(HandlingKind.INDUSTRY_SANCTION);
        assertThat(all.values().stream().filter(Circumstance::reasonRequired).map(Circumstance::code))
                .containsExactly("TJ-26.3", "TJ-27.3", "TJ-28.3", "TJ-29.3");
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, ALL, TJ-21.1",
        "SUSPENDED, EMERGENCY, TJ-21.2",
        "TERMINATED, NOTHING, TJ-21.3",
        "UNREGISTERED, NOTHING, TJ-21.1"
    })
    void tianjin_settles_by_standing(StandingKind standing, Pays pays, String cites) {
        assertThat(TIANJIN.settlement(standing).pays()).isEqualTo(pays);
        assertThat(TIANJIN.settlement(standing).provision()).hasToString(cites);
    }

    @Test
    void every_refusal_that_the_law_knows_finds_its_provision() {
        Registration registration = TIANJIN.registration();
        assertThat(List.of(
                        registration.commitment(),
                        registration.barred(),
                        TIANJIN.circumstance("TJ-27.1").orElseThrow(),
                        TIANJIN.responsibility(),
                        TIANJIN.sameInspection(),
                        TIANJIN.circumstance("TJ-28.2").orElseThrow(),
                        registration.termServed(),
                        TIANJIN.roles(InstitutionKind.HOSPITAL),
                        TIANJIN.appeal().filing(),
                        TIANJIN.repair(),
                        TIANJIN.restoration(),
                        TIANJIN.repair().paths().get(Repair.Path.TRAINING_EXAM),
                        TIANJIN.repair().paths().get(Repair.Path.ACTIVITY),
                        TIANJIN.repair().never(),
                        TIANJIN.repair().approval()))
                .extracting(cited -> cited.provision().citation())
                .containsExactly(
                        "TJ-18", "TJ-31.3", "TJ-27.1", "TJ-30", "TJ-25", "TJ-28.2", "TJ-36", "TJ-3", "TJ-34.2", "TJ-35",
                        "TJ-36", "TJ-35.1", "TJ-35.2", "TJ-35", "TJ-37");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, ",
        "1, 4, SETTLEMENT",
        "1, 5, SETTLEMENT",
        "1, 6, ",
        "199999, 1000000, ",
        "200000, 1000000, SETTLEMENT",
        "499999, 1000000, SETTLEMENT",
        "2, 4, AGREEMENT",
        "1, 1, AGREEMENT",
        "0, 0, "
    })
    void tianjin_counts_the_share_under_a_measure(int measured, int registered, InstitutionRatio.RatioEffect effect) {
        var reached = TIANJIN.institutionRatio().highest(new Share(measured, registered));
        assertThat(reached.map(InstitutionRatio.Threshold::effect).orElse(null)).isEqualTo(effect);
    }

    @Test
    void deadlines_of_notices_and_appeals_follow_from_their_own_sections() {
        assertThat(TIANJIN.deadlines().get(Duty.NOTICE).due())
                .isEqualTo(new Deadline.Due.Within(3, Deadline.Anchor.NOTICE));
        assertThat(TIANJIN.deadlines().get(Duty.APPEAL).due())
                .isEqualTo(new Deadline.Due.Stated(Deadline.Anchor.NOTICE));
        assertThat(TIANJIN.deadlines().get(Duty.COMMITMENT).due())
                .isEqualTo(new Deadline.Due.Within(5, Deadline.Anchor.AGREEMENT));
        assertThat(TIANJIN.deadlines().get(Duty.DEPARTURE).due())
                .isEqualTo(new Deadline.Due.Within(10, Deadline.Anchor.LEAVING));
    }
}
