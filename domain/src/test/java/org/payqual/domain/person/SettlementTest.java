package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.domain.scenario.Playing.assertOk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.Playing;

class SettlementTest {

    private static final Rulebook PAYING_EMERGENCIES = Playing.rulebook(Playing.tianjin()
            .replace(
                    "TERMINATED:   {pays: nothing,",
                    "TERMINATED:   {pays: emergency, where: registered when it began,"));

    private static final String TERMINATED_FOR_A_YEAR = """
            - {date: 2025-01-06, commit: {at: H1}}
            - {date: 2025-01-07, register: {at: H1, role: MEDICAL}}
            - {date: 2025-02-03, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                findings: [{violation: V1, circumstance: TJ-27.1, responsibility: PRIMARY}]}}
            - {date: 2025-05-20, score: {notice: N2, inspection: I2, at: H1, handling: ADMINISTRATIVE_PENALTY,
                findings: [{violation: V2, circumstance: TJ-27.1, responsibility: PRIMARY}]}}
            """;

    private static final String THEN_SUSPENDED = """
            - {date: 2026-06-10, score: {notice: N3, inspection: I3, at: H1, handling: ADMINISTRATIVE_PENALTY,
                findings: [{violation: V3, circumstance: TJ-28.1, responsibility: PRIMARY}]}}
            """;

    private static final String THEN_TERMINATED_AGAIN = """
            - {date: 2026-06-10, score: {notice: N3, inspection: I3, at: H1, handling: ADMINISTRATIVE_PENALTY,
                findings: [{violation: V3, circumstance: TJ-29.1, responsibility: PRIMARY}]}}
            """;

    @Test
    void whoever_is_not_registered_there_is_not_payable_on_the_provision_of_the_unregistered() {
        assertOk(Playing.steps(
                Playing.TIANJIN,
                """
                - {date: 2025-01-06, commit: {at: H1}}
                - {date: 2025-01-07, register: {at: H1, role: MEDICAL}}
                """,
                "{date: 2025-01-06, payable: {at: H1}, is: false, cites: TJ-21.1}",
                "{date: 2025-01-07, payable: {at: P1}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void a_suspension_pays_no_emergency_where_an_earlier_termination_ended_the_registration() {
        assertOk(Playing.steps(
                Playing.TIANJIN,
                TERMINATED_FOR_A_YEAR + THEN_SUSPENDED,
                "{date: 2026-06-20, standing: SUSPENDED, until: 2026-08-10}",
                "{date: 2026-06-20, payable: {at: H1, emergency: true}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void a_rulebook_may_pay_emergencies_of_a_terminated_person_where_they_were_registered_when_it_began() {
        assertOk(Playing.steps(
                PAYING_EMERGENCIES,
                TERMINATED_FOR_A_YEAR,
                "{date: 2025-05-20, standing: TERMINATED}",
                "{date: 2025-05-20, payable: {at: H1, emergency: true}, is: true, cites: TJ-21.3}",
                "{date: 2025-05-20, payable: {at: H1}, is: false, cites: TJ-21.3}",
                "{date: 2025-05-20, payable: {at: P1, emergency: true}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void the_termination_that_counts_says_when_it_began() {
        assertOk(Playing.steps(
                PAYING_EMERGENCIES,
                TERMINATED_FOR_A_YEAR + THEN_TERMINATED_AGAIN,
                "{date: 2026-06-09, standing: TERMINATED, termServed: true}",
                "{date: 2026-06-09, payable: {at: H1, emergency: true}, is: true}",
                "{date: 2026-06-10, standing: TERMINATED, until: 2029-06-10}",
                "{date: 2026-06-10, payable: {at: H1, emergency: true}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void when_it_began_is_asked_of_terminations_alone() {
        Rulebook sayingSoOfSuspensions = Playing.rulebook(Playing.tianjin()
                .replace(
                        "SUSPENDED:    {pays: emergency,",
                        "SUSPENDED:    {pays: emergency, where: registered when it began,"));
        assertOk(Playing.steps(
                sayingSoOfSuspensions,
                TERMINATED_FOR_A_YEAR + THEN_SUSPENDED,
                "{date: 2026-06-20, standing: SUSPENDED}",
                "{date: 2026-06-20, payable: {at: H1, emergency: true}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void without_that_choice_the_registration_must_hold_on_the_day() {
        Rulebook payingTheRegistered = Playing.rulebook(
                Playing.tianjin().replace("TERMINATED:   {pays: nothing,", "TERMINATED:   {pays: emergency,"));
        assertOk(Playing.steps(
                payingTheRegistered,
                TERMINATED_FOR_A_YEAR,
                "{date: 2025-05-20, payable: {at: H1, emergency: true}, is: false, cites: TJ-21.1}"));
    }

    @Test
    void a_special_case_is_paid_in_a_suspension_once_the_agency_states_its_reason() {
        assertThat(suspended(SpecialCase.OTHER_WITH_REASON, Playing.TIANJIN))
                .isEqualTo("PAYABLE_AS_EXCEPTION SPECIAL_CASE TJ-21.2");
        assertThat(suspended(SpecialCase.OTHER_WITHOUT_REASON, Playing.TIANJIN))
                .isEqualTo("NOT_PAYABLE REASON_MISSING TJ-21.2");
        assertThat(suspended(SpecialCase.EMERGENCY, Playing.TIANJIN))
                .isEqualTo("PAYABLE_AS_EXCEPTION EMERGENCY TJ-21.2");
        assertThat(suspended(SpecialCase.NONE, Playing.TIANJIN)).isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
    }

    @Test
    void a_rulebook_without_special_cases_pays_none_whatever_the_reason() {
        Rulebook without = Playing.rulebook(Playing.tianjin().replace("specialCases: with a reason, ", ""));
        assertThat(suspended(SpecialCase.OTHER_WITH_REASON, without)).isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
        assertThat(suspended(SpecialCase.OTHER_WITHOUT_REASON, without)).isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
    }

    @Test
    void a_rulebook_may_pay_special_cases_and_no_emergencies() {
        Rulebook only = Playing.rulebook(
                Playing.tianjin().replace("SUSPENDED:    {pays: emergency,", "SUSPENDED:    {pays: nothing,"));
        assertThat(suspended(SpecialCase.EMERGENCY, only)).isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
        assertThat(suspended(SpecialCase.OTHER_WITH_REASON, only))
                .isEqualTo("PAYABLE_AS_EXCEPTION SPECIAL_CASE TJ-21.2");
    }

    @Test
    void in_normal_standing_a_special_case_is_paid_as_everything_is() {
        assertThat(answer(new Lived(2025), SpecialCase.OTHER_WITHOUT_REASON, Playing.TIANJIN))
                .isEqualTo("PAYABLE NORMAL TJ-21.1");
    }

    private static String suspended(SpecialCase special, Rulebook rulebook) {
        Lived lived = new Lived(2025);
        lived.happen(new Lives.Notified(1, 59, true, 0, List.of(new Lives.Chosen(1, 2, 2, false, 10, -1))));
        return answer(lived, special, rulebook);
    }

    private static String answer(Lived lived, SpecialCase special, Rulebook rulebook) {
        Settlement settlement =
                Settlement.of(lived.person(), "H1", lived.first().plusDays(60), special, rulebook);
        return settlement.answer() + " " + settlement.ground() + " " + settlement.provision();
    }
}
