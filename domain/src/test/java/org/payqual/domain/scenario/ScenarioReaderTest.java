package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.domain.scenario.Act.Found;
import org.payqual.domain.scenario.Expectation.OfDeadline;
import org.payqual.domain.scenario.Expectation.OfPayable;
import org.payqual.domain.scenario.Expectation.OfRatio;
import org.payqual.domain.scenario.Expectation.OfStanding;
import org.payqual.domain.scenario.Expectation.Threshold;

class ScenarioReaderTest {

    private static final String HEAD =
            "rulebook: tianjin-2025\nscenarios:\n  - name: it\n    cites: TJ-1\n    steps:\n";

    @Test
    void everything_that_can_be_said_is_read() {
        Scenario scenario = read(EveryStep.TEXT).expectSound().scenarios().getFirst();
        assertThat(scenario.name()).isEqualTo("一切步骤");
        assertThat(scenario.line()).isEqualTo(4);
        assertThat(scenario.cites()).containsExactly(new Provision("TJ-31.2.1"), new Provision("NG-10-12"));
        assertThat(scenario.people()).containsExactly("A", "B");
        assertThat(scenario.institutions())
                .contains(new Premises(
                        "H2", new Designate(InstitutionKind.HOSPITAL, false, "120102", LocalDate.of(2025, 1, 3), "C1")))
                .extracting(Premises::code)
                .containsExactly("H1", "P1", "H2", "P2");
        assertThat(scenario.steps().stream().map(Step::act))
                .containsExactly(
                        new Act.Commit("H1"),
                        new Act.Register("H1", "MEDICAL", true),
                        new Act.Amend("H1", "NURSING", false),
                        new Act.Depart("H1"),
                        new Act.Score(
                                "N1",
                                "I1",
                                "H2",
                                HandlingKind.ADMINISTRATIVE_PENALTY,
                                "D1",
                                LocalDate.of(2025, 4, 1),
                                3,
                                "the harm was slight",
                                true,
                                List.of(
                                        new Found(
                                                "V1",
                                                "TJ-27.1",
                                                Responsibility.PRIMARY,
                                                6,
                                                LocalDate.of(2025, 1, 1),
                                                39,
                                                "the officer's",
                                                null,
                                                null),
                                        new Found("V2", "TJ-28.1", null, null, null, 38, null, null, null))),
                        new Act.Serve(
                                "N1",
                                List.of(Party.INSTITUTION, Party.PERSON),
                                LocalDate.of(2025, 3, 6),
                                LocalDate.of(2025, 3, 13)),
                        new Act.Interview("N1"),
                        new Act.Remind("N1", Talker.AGENCY),
                        new Act.Train("H1"),
                        new Act.Appeal("A1", "N1", Party.INSTITUTION, true, false),
                        new Act.Explain("A1"),
                        new Act.Escalate("A1"),
                        new Act.ExpertReview("A1", "it was asked for"),
                        new Act.DecideAppeal(
                                "A1",
                                AppealOutcome.ADJUSTED,
                                "less was shown",
                                List.of(new Found(
                                        "V1", "TJ-26.1", Responsibility.GENERAL, null, null, null, null, null, null))),
                        new Act.RequestRepair("R1", Path.TRAINING_EXAM, 2, true),
                        new Act.GrantRepair("R1", false),
                        new Act.RefuseRepair("R2", "nothing was mended"),
                        new Act.RequestRestoration("S1", true, false),
                        new Act.PreReview("S1", true, "all is there"),
                        new Act.DecideRestoration("S1", true, "all is there"),
                        new Act.Overturn(null, "D1", "a court annulled it"),
                        new Act.Overturn("N1", null, null),
                        new Act.Merge("B", "one and the same"));
        assertThat(scenario.steps().getFirst())
                .isEqualTo(new Step(
                        11,
                        LocalDate.of(2025, 1, 6),
                        LocalDate.of(2025, 1, 7),
                        List.of("A", "B"),
                        new Act.Commit("H1"),
                        null));
        assertThat(scenario.steps().get(1).refused()).isEqualTo(new Provision("TJ-18"));
        assertThat(scenario.steps().get(20).who()).containsExactly("A", "B");
        assertThat(scenario.expectations().stream().map(Expectation::asked))
                .containsExactly(
                        new OfStanding(
                                StandingKind.SUSPENDED,
                                9,
                                LocalDate.of(2025, 6, 1),
                                false,
                                true,
                                List.of(new Provision("TJ-31.2.1"))),
                        new OfPayable("H1", true, false, null, List.of(new Provision("TJ-21.1"))),
                        new OfRatio(
                                "H1",
                                2025,
                                new BigDecimal("0.25"),
                                Threshold.SETTLEMENT,
                                List.of(new Provision("TJ-33"))),
                        new OfDeadline(Duty.APPEAL, LocalDate.of(2025, 3, 13)),
                        new OfStanding(null, 0, null, null, null, List.of()),
                        new OfRatio("H1", 2025, BigDecimal.ONE, null, List.of()),
                        new OfStanding(StandingKind.NORMAL, null, null, null, null, List.of()),
                        new OfPayable(
                                "H1",
                                false,
                                true,
                                new OfStanding(StandingKind.NORMAL, null, null, null, null, List.of()),
                                List.of(new Provision("TJ-36"))));
        assertThat(scenario.expectations().get(2).who()).isEmpty();
        assertThat(scenario.expectations().getFirst().known()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(scenario.expectations().getLast().date())
                .as("the day on which all steps are known")
                .isEqualTo(LocalDate.of(2025, 3, 21));
    }

    @Test
    void what_a_file_leaves_out_has_its_default() {
        Scenario scenario = read(HEAD + """
                      - {date: 2025-03-03, register: {at: P1, role: PHARMACY_OTHER}}
                      - {date: 2025-03-03, score: {notice: N1, inspection: I1, at: P1, handling: CIRCULAR,
                          findings: [{violation: V1, circumstance: TJ-28.1}]}}
                      - {date: 2025-03-04, serve: {notice: N1}}
                      - {date: 2025-03-04, amend: {at: P1, primary: true}}
                      - {date: 2025-03-04, remind: {}}
                      - {date: 2025-03-04, interview: {}}
                      - {date: 2025-03-05, appeal: {id: A1, notice: N1}}
                      - {date: 2025-03-06, grantRepair: {id: R1}}
                """).expectSound().scenarios().getFirst();
        assertThat(scenario.people()).containsExactly(Scenario.SOMEBODY);
        assertThat(scenario.institutions())
                .containsExactly(
                        new Premises(
                                "H1", new Designate(InstitutionKind.HOSPITAL, true, Premises.UNSAID, agreed(), null)),
                        new Premises(
                                "P1", new Designate(InstitutionKind.PHARMACY, false, Premises.UNSAID, agreed(), null)));
        Step first = scenario.steps().getFirst();
        assertThat(first.recorded()).isEqualTo(first.date());
        assertThat(first.who()).containsExactly(Scenario.SOMEBODY);
        assertThat(first.refused()).isNull();
        assertThat(scenario.steps().stream().map(Step::act))
                .containsExactly(
                        new Act.Register("P1", "PHARMACY_OTHER", false),
                        new Act.Score(
                                "N1",
                                "I1",
                                "P1",
                                HandlingKind.CIRCULAR,
                                null,
                                null,
                                null,
                                null,
                                true,
                                List.of(new Found("V1", "TJ-28.1", null, null, null, null, null, null, null))),
                        new Act.Serve("N1", List.of(Party.INSTITUTION, Party.PERSON), null, null),
                        new Act.Amend("P1", null, true),
                        new Act.Remind(null, Talker.INSTITUTION),
                        new Act.Interview(null),
                        new Act.Appeal("A1", "N1", Party.PERSON, true, true),
                        new Act.GrantRepair("R1", true));
    }

    @Test
    void a_usual_institution_may_be_told_otherwise() {
        Scenario scenario = read("""
                rulebook: tianjin-2025
                scenarios:
                  - name: it
                    cites: TJ-1
                    institutions: [{code: H1, kind: HOSPITAL, region: '110105'}]
                    steps: []
                """).expectSound().scenarios().getFirst();
        assertThat(scenario.institutions()).extracting(Premises::code).containsExactly("H1", "P1");
        assertThat(scenario.institutions().getFirst().designation().region()).isEqualTo("110105");
        assertThat(scenario.institutions().getFirst().designation().publiclyOwned())
                .isFalse();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(
                        "rulebook: elsewhere\nscenarios: []\n",
                        List.of(
                                "1:11 rulebook: no such built-in rulebook; built in: tianjin-2025, national-2024, chaoyang-2025; write any other as the path of"
                                        + " its file",
                                "2:12 scenarios: the list must not be empty")),
                Arguments.of(
                        "format: 2\n" + HEAD,
                        List.of(
                                "1:9 format: expected a whole number from 1 to 1",
                                "6:11 scenarios[1].steps: expected a list")),
                Arguments.of(
                        step("{date: 2025-02-30, commit: {at: H1}}"),
                        List.of("6:16 scenarios[1].steps[1].date: expected a day, such as 2025-01-31")),
                Arguments.of(
                        step("{date: 2025-02-03, commit: {at: H9}, whom: A}"),
                        List.of(
                                "6:41 scenarios[1].steps[1].commit.at: no such institution; known: H1, P1",
                                "6:46 scenarios[1].steps[1].whom: unknown key; known here: ")),
                Arguments.of(
                        step("{date: 2025-02-03, commit: {at: H1}, depart: {at: H1}}"),
                        List.of("6:9 scenarios[1].steps[1]: expected one of, and only one: commit, register")),
                Arguments.of(
                        step("{date: 2025-02-03}"),
                        List.of("6:9 scenarios[1].steps[1]: expected one of, and only one: commit, register")),
                Arguments.of(
                        step("{date: 2025-02-03, who: C, commit: {at: H1}}"),
                        List.of("6:33 scenarios[1].steps[1].who: nobody of that name is among the people")),
                Arguments.of(
                        step("{date: 2025-02-03, overturn: {notice: N1}}"),
                        List.of("6:38 scenarios[1].steps[1].overturn: nothing was scored on it above")),
                Arguments.of(
                        step("{date: 2025-02-03, overturn: {notice: N1, handlingId: D1}}"),
                        List.of(
                                "6:38 scenarios[1].steps[1].overturn: expected one of, and only one: notice, handlingId",
                                "6:38 scenarios[1].steps[1].overturn: nothing was scored on it above")),
                Arguments.of(
                        step(
                                "{date: 2025-02-03, score: {notice: N1, inspection: I1, at: H1, handling: CIRCULAR,"
                                        + " handlingId: D1, findings: [{violation: V1, circumstance: TJ-28.1}]}}",
                                "{date: 2025-02-04, score: {notice: N2, inspection: I1, at: H1, handling: CIRCULAR,"
                                        + " handlingId: D1, findings: []}}"),
                        List.of(
                                "7:35 scenarios[1].steps[2].score: the same handlingId stands above with another date,"
                                        + " institution, inspection or kind",
                                "7:118 scenarios[1].steps[2].score.findings: the list must not be empty")),
                Arguments.of(
                        """
                        rulebook: tianjin-2025
                        scenarios:
                          - {name: it, cites: TJ-1, steps: [], expect: [{points: 0}]}
                          - {name: it, cites: 31, people: [A, B], steps: [{date: 2025-01-01, commit: {at: H1}}],
                             expect: [{date: 2025-01-01}, {date: 2025-01-01, who: A, points: 3, is: true},
                               {who: A, date: 2025-01-01, payable: {at: H1}, ratio: {at: H1}, is: true}]}
                        """,
                        List.of(
                                "3:49 scenarios[1].expect[1].date: where there are no steps: say the date",
                                "4:12 scenarios[2].name: another scenario has this name",
                                "4:23 scenarios[2].cites: expected a citation, such as TJ-31.2.1",
                                "4:51 scenarios[2].steps[1].who: several people take part: say who",
                                "5:15 scenarios[2].expect[1]: expected at least one of: standing, points",
                                "5:15 scenarios[2].expect[1].who: several people take part: say who",
                                "5:73 scenarios[2].expect[2].is: unknown key; known here: ",
                                "6:8 scenarios[2].expect[3]: expected one of, and only one: payable, ratio, due")));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void every_fault_is_told_at_once_and_at_its_place(String text, List<String> faults) {
        assertThat(read(text)).isInstanceOf(Outcome.Faulty.class);
        List<String> told = ((Outcome.Faulty<ScenarioFile>) read(text))
                .faults().stream().map(Object::toString).toList();
        assertThat(told).hasSameSizeAs(faults);
        for (int i = 0; i < faults.size(); i++) {
            assertThat(told.get(i)).startsWith(faults.get(i));
        }
    }

    @Test
    void nothing_can_be_said_twice() {
        assertThat(((Outcome.Faulty<ScenarioFile>) read(step("{date: 2025-02-03, commit: {at: H1}, commit: {at: P1}}")))
                        .faults())
                .singleElement()
                .hasToString("6:46 scenarios[1].steps[1].commit: the same key twice; first in line 6");
    }

    private static String step(String... steps) {
        return HEAD + "      - " + String.join("\n      - ", steps) + "\n";
    }

    private static LocalDate agreed() {
        return LocalDate.of(2025, 1, 2);
    }

    private static Outcome<ScenarioFile> read(String text) {
        return ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
