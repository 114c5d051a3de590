package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.domain.scenario.Playing.assertOk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.person.PersonCommand.ServeNotice;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.scenario.Playing;

class DecidingTest {

    private static final LocalDate HANDLED = LocalDate.of(2025, 3, 3);
    private static final Person SOMEBODY = Person.evolve(Person.UNKNOWN, new Identified("RESIDENT_ID"));

    private static final Facts FACTS = new TianjinAlone() {
        @Override
        public Optional<Institution> institution(String code) {
            return Optional.of(
                    new Institution(code, InstitutionKind.HOSPITAL, true, "120101", HANDLED.minusDays(60), null, 0));
        }

        @Override
        public Optional<Handling> handling(String id) {
            return Optional.of(new Handling(
                    id,
                    "I1",
                    "H1",
                    HandlingKind.ADMINISTRATIVE_PENALTY,
                    HANDLED,
                    List.of(38),
                    List.of(),
                    "BUREAU-A",
                    null,
                    0));
        }
    };

    @Test
    void a_notice_without_findings_scores_nothing_and_is_refused() {
        assertThat(refused(SOMEBODY, score()).code()).isEqualTo("no-findings");
    }

    @Test
    void nobody_is_scored_for_an_act_after_the_handling() {
        Refusal refusal = refused(SOMEBODY, score(found(HANDLED), found(HANDLED.plusDays(1))));
        assertThat(refusal.code()).isEqualTo("actedTo-too-late");
        assertThat(refusal.field()).isEqualTo("findings[1].actedTo");
    }

    @Test
    void an_act_may_last_up_to_the_day_of_the_handling() {
        assertThat(Deciding.decide(SOMEBODY, score(found(HANDLED)), FACTS)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void the_field_at_fault_is_the_one_that_was_sent() {
        Person scored = accepted(SOMEBODY, score(found(HANDLED)));
        LocalDate early = HANDLED.minusDays(1);
        assertThat(refused(scored, new ServeNotice("N1", Party.PERSON, early, null))
                        .field())
                .isEqualTo("received");
        assertThat(refused(scored, new PersonCommand.Interview("N1", early)).field())
                .isEqualTo("date");
    }

    @Test
    void a_decision_says_what_was_wrong_unless_the_score_stands() {
        Person appealed = accepted(
                accepted(SOMEBODY, score(found(HANDLED))),
                new AppealCommand.File("A1", "N1", Party.PERSON, HANDLED, AppealGround.FACTS, true, true, null, null));
        for (AppealCommand.Decide wrong : List.of(
                decision(AppealOutcome.UPHELD, AppealGround.FACTS),
                decision(AppealOutcome.ADJUSTED, null, found(HANDLED)),
                decision(AppealOutcome.REVOKED, null))) {
            Refusal refusal = refused(appealed, wrong);
            assertThat(refusal.code() + " " + refusal.field() + " " + refusal.provision())
                    .isEqualTo("decision-ground ground TJ-34.4");
        }
        accepted(appealed, decision(AppealOutcome.UPHELD, null));
        accepted(appealed, decision(AppealOutcome.ADJUSTED, AppealGround.WRONG_DEGREE, found(HANDLED)));
        accepted(appealed, decision(AppealOutcome.REVOKED, AppealGround.RULE));
    }

    @Test
    void only_the_department_that_made_the_handling_decides_what_was_handed_on() {
        Person escalated = accepted(
                accepted(
                        accepted(
                                accepted(SOMEBODY, score(found(HANDLED))),
                                new AppealCommand.File(
                                        "A1", "N1", Party.PERSON, HANDLED, AppealGround.FACTS, true, true, null, null)),
                        new AppealCommand.Explain("A1", HANDLED, null)),
                new AppealCommand.Escalate("A1", HANDLED));
        assertThat(escalated.redress().appeals().get("A1").organisation()).isEqualTo("BUREAU-A");
        for (String other : Arrays.asList("BUREAU-B", null)) {
            Refusal refusal = refused(escalated, decidedBy(Determiner.DEPARTMENT, other));
            assertThat(refusal.code() + " " + refusal.provision()).isEqualTo("not-the-handler TJ-34.3");
            assertThat(refusal.en()).contains("BUREAU-A");
            assertThat(refused(
                                    escalated,
                                    new AppealCommand.ReviewByExperts(
                                            "A1", HANDLED, Determiner.DEPARTMENT, other, null))
                            .code())
                    .isEqualTo("not-the-handler");
        }
        assertThat(refused(escalated, decidedBy(Determiner.AGENCY, "BUREAU-A")).code())
                .isEqualTo("not-the-handler");
        accepted(escalated, decidedBy(Determiner.DEPARTMENT, "BUREAU-A"));
    }

    private static AppealCommand.Decide decidedBy(Determiner by, @Nullable String organisation) {
        return new AppealCommand.Decide(
                "A1", HANDLED, AppealOutcome.UPHELD, by, organisation, null, "digest", List.of());
    }

    @Test
    void whoever_left_does_not_leave_again() {
        assertOk(Playing.steps(
                Playing.TIANJIN,
                """
                - {date: 2025-01-06, commit: {at: H1}}
                - {date: 2025-01-07, register: {at: H1, role: MEDICAL}}
                - {date: 2025-06-01, depart: {at: H1}}
                - {date: 2025-05-01, depart: {at: H1}, refused: TJ-20}
                - {date: 2025-06-01, depart: {at: H1}, refused: TJ-20}
                """,
                "{date: 2025-05-31, standing: NORMAL}",
                "{date: 2025-06-01, standing: UNREGISTERED}"));
    }

    private static AppealCommand.Decide decision(
            AppealOutcome outcome, @Nullable AppealGround ground, ClaimedFinding... findings) {
        return new AppealCommand.Decide(
                "A1", HANDLED, outcome, Determiner.AGENCY, null, ground, "digest", List.of(findings));
    }

    private static Score score(ClaimedFinding... findings) {
        return new Score("N1", "D1", HANDLED.plusDays(9), null, null, null, true, List.of(findings));
    }

    private static ClaimedFinding found(LocalDate acted) {
        return new ClaimedFinding(
                "V" + acted, "TJ-27.1", Responsibility.GENERAL, null, null, acted, 38, null, null, null, null);
    }

    private static Person accepted(Person person, PersonCommand command) {
        assertThat(Deciding.decide(person, command, FACTS)).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<PersonEvent>) Deciding.decide(person, command, FACTS))
                .events().stream().reduce(person, Person::evolve, (one, other) -> other);
    }

    private static Refusal refused(Person person, PersonCommand command) {
        assertThat(Deciding.decide(person, command, FACTS)).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<PersonEvent>) Deciding.decide(person, command, FACTS)).refusal();
    }
}
