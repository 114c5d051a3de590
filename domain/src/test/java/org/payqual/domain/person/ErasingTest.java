package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.Depart;
import org.payqual.domain.person.PersonCommand.EraseIdentity;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.rulebook.Responsibility;

/** Who may be erased: nobody whose bar, points, appeal or registration an erasure would lift. */
class ErasingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private final Clerk clerk = new Clerk();

    @Test
    void nobody_is_erased_while_a_registration_holds() {
        assertRefused("2025-06-01", "TJ-17");
        clerk.enter(new Depart("H1", DAY, DepartureReason.RETIRED));
        assertRefused("2025-06-01", "TJ-17");
        assertErased("2025-06-02");
        assertThat(refusal("2025-06-03").code()).isEqualTo("identity-erased");
    }

    @Test
    void a_termination_bars_the_erasure_until_the_person_is_restored() {
        score("1", "TJ-29.1", Responsibility.PRIMARY, null);
        assertRefused("2025-06-01", "TJ-31.3");
        assertRefused("2028-02-09", "TJ-31.3");
        assertRefused("2028-02-10", "TJ-36");
        assertRefused("2031-02-10", "TJ-36");
        LocalDate restored = LocalDate.of(2028, 2, 10);
        clerk.enter(new RestorationCommand.Request("R", restored, "H1", true));
        clerk.enter(new RestorationCommand.Decide("R", restored, true, null));
        assertErased("2028-02-10");
    }

    @Test
    void a_measure_that_is_to_begin_bars_it_too() {
        score("1", "TJ-29.1", Responsibility.PRIMARY, LocalDate.of(2026, 5, 1));
        clerk.enter(new Depart("H1", DAY, DepartureReason.RETIRED));
        assertRefused("2026-04-30", "TJ-31.3");
    }

    @Test
    void points_of_the_year_bar_it_until_the_year_ends() {
        score("1", "TJ-27.1", Responsibility.GENERAL, null);
        clerk.enter(new Depart("H1", DAY, DepartureReason.RETIRED));
        assertRefused("2025-12-31", "TJ-25");
        assertErased("2026-01-01");
    }

    @Test
    void a_score_that_fell_bars_nothing() {
        score("1", "TJ-29.1", Responsibility.PRIMARY, null);
        clerk.overturn("1", DAY);
        clerk.enter(new RevokeOverturned("1"));
        clerk.enter(new Depart("H1", DAY, DepartureReason.RETIRED));
        assertErased("2025-06-02");
    }

    @Test
    void an_open_appeal_bars_it() {
        score("1", "TJ-27.1", Responsibility.GENERAL, null);
        clerk.enter(new Depart("H1", DAY, DepartureReason.RETIRED));
        clerk.enter(new AppealCommand.File("A", "1", Party.PERSON, DAY, AppealGround.FACTS, true, true, null, "H1"));
        assertRefused("2026-01-01", "TJ-34.3");
        clerk.enter(new AppealCommand.Withdraw("A", DAY, Party.PERSON, null));
        assertErased("2026-01-01");
    }

    private void score(String notice, String circumstance, Responsibility degree, LocalDate starts) {
        ClaimedFinding finding = new ClaimedFinding(
                "V1",
                circumstance,
                degree,
                null,
                null,
                LocalDate.of(2025, 1, 2),
                circumstance.equals("TJ-29.1") ? 40 : 38,
                null,
                null,
                null,
                null);
        assertThat(clerk.enter(
                        new PersonCommand.Score(notice, "D" + notice, DAY, starts, null, null, true, List.of(finding))))
                .isInstanceOf(Decision.Accepted.class);
    }

    private void assertRefused(String day, String provision) {
        Refusal refusal = refusal(day);
        assertThat(refusal.code()).isEqualTo("identity-needed");
        assertThat(refusal.provision()).isEqualTo(new Provision(provision));
    }

    private Refusal refusal(String day) {
        Decision<PersonEvent> decision = clerk.copy().enter(new EraseIdentity(LocalDate.parse(day)));
        assertThat(decision).as(day).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<PersonEvent>) decision).refusal();
    }

    private void assertErased(String day) {
        assertThat(clerk.enter(new EraseIdentity(LocalDate.parse(day)))).isInstanceOf(Decision.Accepted.class);
    }
}
