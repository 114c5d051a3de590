package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingCommand.Decide;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.scenario.Playing;

/**
 * What a handling applied decides what can be found on it, not what the agency says for each person (TJ-26, 27, 29).
 */
class FittingHandlingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Institution H1 =
            new Institution("H1", InstitutionKind.HOSPITAL, true, "120101", DAY.minusDays(60), null, 0);

    @Test
    void one_penalty_is_not_read_under_two_articles() {
        Handling under38 = handling(HandlingKind.ADMINISTRATIVE_PENALTY, List.of(38), List.of());
        assertThat(code(under38, "TJ-27.1", 38)).isEqualTo("accepted");
        assertThat(code(under38, "TJ-29.1", 40)).isEqualTo("TJ-29.1 article-not-applied");
        assertThat(code(under38, "TJ-27.1", 39)).isEqualTo("TJ-27.1 article-not-applied");
        assertThat(code(under38, "TJ-27.1", null)).isEqualTo("TJ-27.1 finding-unfit");
        assertThat(code(under38, "TJ-28.1", null)).isEqualTo("accepted");
        assertThat(code(under38, "TJ-28.1", 40)).isEqualTo("TJ-28.1 article-not-applied");
    }

    @Test
    void a_penalty_may_apply_two_articles() {
        Handling both = handling(HandlingKind.ADMINISTRATIVE_PENALTY, List.of(40, 38, 40), List.of());
        assertThat(both.articles()).containsExactly(38, 40);
        assertThat(code(both, "TJ-27.1", 38)).isEqualTo("accepted");
        assertThat(code(both, "TJ-29.1", 40)).isEqualTo("accepted");
    }

    @Test
    void only_liquidated_damages_are_scored_as_such() {
        Handling talk = handling(HandlingKind.AGREEMENT_HANDLING, List.of(), List.of(HandlingManner.TALK));
        assertThat(code(talk, "TJ-26.1", null)).isEqualTo("TJ-26.1 finding-unfit");
        assertThat(code(handling(HandlingKind.AGREEMENT_HANDLING, List.of(), List.of()), "TJ-26.1", null))
                .isEqualTo("TJ-26.1 finding-unfit");
        Handling damages = handling(
                HandlingKind.AGREEMENT_HANDLING,
                List.of(),
                List.of(HandlingManner.LIQUIDATED_DAMAGES, HandlingManner.COSTS_REFUSED));
        assertThat(code(damages, "TJ-26.1", null)).isEqualTo("accepted");
    }

    @Test
    void articles_are_those_of_a_penalty_and_manners_those_of_a_handling_under_the_agreement() {
        assertThat(refusedHandling(HandlingKind.CIRCULAR, List.of(38), List.of()))
                .isEqualTo("articles-without-penalty");
        assertThat(refusedHandling(HandlingKind.ADMINISTRATIVE_PENALTY, List.of(), List.of(HandlingManner.TALK)))
                .isEqualTo("manners-without-agreement");
    }

    private static Handling handling(HandlingKind kind, List<Integer> articles, List<HandlingManner> manners) {
        Decision<HandlingEvent> decided = decided(kind, articles, manners);
        assertThat(decided).isInstanceOf(Decision.Accepted.class);
        return Handling.evolve(
                null,
                "D1",
                ((Decision.Accepted<HandlingEvent>) decided).events().getFirst());
    }

    private static String refusedHandling(HandlingKind kind, List<Integer> articles, List<HandlingManner> manners) {
        Decision<HandlingEvent> decided = decided(kind, articles, manners);
        assertThat(decided).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<HandlingEvent>) decided).refusal().code();
    }

    private static Decision<HandlingEvent> decided(
            HandlingKind kind, List<Integer> articles, List<HandlingManner> manners) {
        return Handling.decide(
                null,
                new Decide("I1", "H1", kind, DAY, articles, manners, null),
                new Inspection("I1", "H1", DAY, 0),
                H1,
                null);
    }

    private static String code(Handling handling, String circumstance, @Nullable Integer article) {
        ClaimedFinding finding = new ClaimedFinding(
                "V1", circumstance, Responsibility.GENERAL, null, null, DAY, article, null, null, null, null);
        Optional<Decision<PersonEvent>> refusal =
                new FindingCheck(Person.UNKNOWN, handling, H1, Playing.TIANJIN, null).misfit(List.of(finding));
        return refusal.map(it -> ((Decision.Refused<PersonEvent>) it).refusal())
                .map(it -> it.provision() + " " + it.code())
                .orElse("accepted");
    }
}
