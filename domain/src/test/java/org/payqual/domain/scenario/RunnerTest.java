package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.domain.scenario.Verdict.Point;

class RunnerTest {

    private static final String REGISTERED = """
            - {date: 2025-01-06, commit: {at: H1}}
            - {date: 2025-01-07, register: {at: H1, role: MEDICAL}}
            """;

    private static final String SUSPENDED = REGISTERED + """
            - {date: 2025-04-01, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                findings: [{violation: V1, circumstance: TJ-28.1, responsibility: PRIMARY}]}}
            """;

    private static final String LIFE = SUSPENDED + """
            - {date: 2025-06-02, requestRestoration: {id: W1}}
            - {date: 2025-06-03, decideRestoration: {id: W1}}
            - {date: 2025-06-10, requestRepair: {id: R1, path: ACTIVITY}}
            - {date: 2025-06-11, grantRepair: {id: R1}}
            - {date: 2025-09-01, depart: {at: H1}}
            """;

    private static final String FALLEN = LIFE + "- {date: 2025-09-03, overturn: {notice: N1}}\n";

    @ParameterizedTest
    @CsvSource({
        "'register: {at: P1, role: PHARMACY_OTHER}, refused: TJ-18', OK",
        "'register: {at: P1, role: PHARMACY_OTHER}, refused: TJ-19', FAILED",
        "'register: {at: P1, role: PHARMACY_OTHER}', FAILED",
        "'commit: {at: P1}, refused: TJ-18', FAILED",
        "'serve: {notice: N1}', FAILED",
        "'serve: {notice: N1}, refused: TJ-34.1', FAILED",
        "'commit: {at: P1}', OK"
    })
    void a_step_is_refused_only_where_and_as_it_is_expected(String step, Outcome outcome) {
        Verdict verdict = play(REGISTERED + "- {date: 2025-01-08, " + step + "}\n");
        assertThat(verdict.outcome()).isEqualTo(outcome);
    }

    @Test
    void a_refusal_is_expected_of_everybody_and_every_party() {
        String served = SUSPENDED + "- {date: 2025-04-03, serve: {notice: N1, to: PERSON}}\n";
        Verdict verdict = play(served + "- {date: 2025-04-03, serve: {notice: N1}, refused: TJ-34.1}\n");
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.taken().getLast().said().stream().map(Verdict.Said::reply))
                .satisfiesExactly(
                        toInstitution -> assertThat(toInstitution).isInstanceOf(Reply.Accepted.class),
                        toPerson -> assertThat(toPerson).isInstanceOf(Reply.Refused.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{date: 2025-04-01, standing: NORMAL}",
                "{date: 2025-04-01, points: 8}",
                "{date: 2025-04-01, until: 2025-05-31}",
                "{date: 2025-04-01, termServed: true}",
                "{date: 2025-04-01, keySupervision: false}",
                "{date: 2025-04-01, cites: TJ-31.2.2}",
                "{date: 2025-04-01, cites: [TJ-31.2.1, TJ-31.2.2]}",
                "{date: 2025-04-01, payable: {at: H1}, is: true}",
                "{date: 2025-04-01, payable: {at: H1}, is: false, cites: TJ-21.3}",
                "{date: 2025-04-01, payable: {at: H1, emergency: true}, is: false}",
                "{date: 2025-04-01, payable: {at: P1, emergency: true}, is: false, cites: TJ-21.2}",
                "{date: 2025-04-01, payable: {at: P1, emergency: true}, is: false, cites: TJ-31.2}",
                "{date: 2025-03-01, payable: {at: H1}, is: true, cites: TJ-25}",
                "{date: 2025-06-01, until: 2025-06-01}",
                "{date: 2025-04-01, standing: SUSPENDED, points: 8, until: 2025-06-01}",
                "{date: 2025-04-01, known: 2025-03-31, standing: SUSPENDED}"
            })
    void an_expectation_that_is_not_met_fails_the_scenario(String expectation) {
        Verdict verdict = Playing.steps(Playing.TIANJIN, SUSPENDED, expectation);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.answers().getFirst().points().stream().filter(point -> !point.met()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{date: 2025-01-07, standing: NORMAL, cites: [TJ-22, TJ-18]}",
                "{date: 2025-03-01, points: 0, cites: TJ-25}",
                "{date: 2025-03-01, keySupervision: false, cites: TJ-25}",
                "{date: 2025-03-01, points: 0, payable: {at: P1}, is: false, cites: [TJ-25, TJ-21.1, TJ-19]}",
                "{date: 2025-04-01, payable: {at: H1}, is: false, cites: [TJ-21.2, TJ-31.2, TJ-31.2.1, TJ-25]}",
                "{date: 2025-04-01, payable: {at: P1, emergency: true}, is: false, cites: [TJ-21.1, TJ-31.2.1, TJ-21]}",
                "{date: 2025-04-01, standing: SUSPENDED, payable: {at: P1, emergency: true}, is: false, cites: TJ-31.2}",
                "{date: 2025-09-01, payable: {at: H1}, is: false, cites: TJ-20}",
                "{date: 2025-04-01, standing: SUSPENDED, cites: [TJ-31.2.1, TJ-31.2, TJ-31]}",
                "{date: 2025-04-01, points: 9, keySupervision: true, cites: [TJ-28.1, TJ-30, TJ-25, TJ-31.1]}",
                "{date: 2025-04-01, points: 9, payable: {at: H1}, is: false, cites: [TJ-21.2, TJ-31.2.1]}",
                "{date: 2025-06-01, standing: SUSPENDED, termServed: true, cites: [TJ-22, TJ-36]}",
                "{date: 2025-06-11, standing: NORMAL, points: 8, cites: [TJ-36, TJ-35.2, TJ-35, TJ-37]}",
                "{standing: UNREGISTERED, points: 8, cites: TJ-20}",
                "{date: 2026-01-01, points: 0, keySupervision: false, cites: TJ-25}"
            })
    void whatever_is_said_of_a_day_cites_what_it_rests_on(String expectation) {
        Playing.assertOk(Playing.steps(Playing.TIANJIN, LIFE, expectation));
    }

    @Test
    void what_fell_cites_why() {
        Playing.assertOk(Playing.steps(
                Playing.TIANJIN, FALLEN, "{date: 2025-04-01, standing: NORMAL, points: 0, cites: TJ-34.4}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{date: 2025-01-06, standing: UNREGISTERED, cites: TJ-22}",
                "{date: 2025-02-28, points: 0, cites: TJ-28.1}",
                "{date: 2025-02-28, points: 0, cites: TJ-31.1}",
                "{date: 2025-02-28, standing: NORMAL, cites: TJ-25}",
                "{date: 2025-02-28, standing: NORMAL, cites: TJ-19}",
                "{date: 2025-02-28, payable: {at: P1}, is: false, cites: TJ-20}",
                "{standing: UNREGISTERED, points: 8, cites: TJ-36}",
                "{date: 2025-04-01, standing: SUSPENDED, cites: TJ-36}",
                "{date: 2025-04-01, standing: SUSPENDED, cites: TJ-3}",
                "{date: 2025-04-01, points: 9, cites: TJ-35}",
                "{date: 2025-06-01, points: 9, cites: TJ-34.4}",
                "{date: 2026-01-01, points: 0, cites: TJ-28.1}"
            })
    void nothing_cites_what_it_does_not_rest_on(String expectation) {
        Verdict verdict = Playing.steps(Playing.TIANJIN, LIFE, expectation);
        assertThat(verdict.answers().getFirst().points().stream().filter(point -> !point.met()))
                .singleElement()
                .extracting(Point::name)
                .isEqualTo("cites");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-03, NORMAL, OK",
        "2025-07-01, SUSPENDED, FAILED",
        "2025-10-08, NORMAL, OK",
        "2026-02-02, UNREGISTERED, FAILED"
    })
    void a_restoration_is_cited_as_long_as_the_person_stands_as_it_left_them(
            String date, String standing, Outcome outcome) {
        String again = SUSPENDED + """
                - {date: 2025-06-02, requestRestoration: {id: W1}}
                - {date: 2025-06-03, decideRestoration: {id: W1}}
                - {date: 2025-07-01, score: {notice: N2, inspection: I2, at: H1, handling: AGREEMENT_HANDLING,
                    findings: [{violation: V2, circumstance: TJ-26.1, responsibility: GENERAL}]}}
                - {date: 2025-09-01, requestRestoration: {id: W2}}
                - {date: 2025-10-08, decideRestoration: {id: W2}}
                - {date: 2026-02-02, depart: {at: H1}}
                """;
        String asked = "{date: " + date + ", standing: " + standing + ", cites: TJ-36}";
        assertThat(Playing.steps(Playing.TIANJIN, again, asked).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_restoration_from_what_fell_is_cited_no_more() {
        assertThat(Playing.steps(Playing.TIANJIN, FALLEN, "{date: 2025-06-03, standing: NORMAL, cites: TJ-36}")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void several_places_cite_that_each_is_registered() {
        String places = REGISTERED + """
                - {date: 2025-01-06, commit: {at: P1}}
                - {date: 2025-01-08, register: {at: P1, role: PHARMACY_OTHER}}
                - {date: 2025-02-03, depart: {at: P1}}
                """;
        Playing.assertOk(Playing.steps(
                Playing.TIANJIN,
                places,
                "{date: 2025-01-08, standing: NORMAL, cites: [TJ-19, TJ-18]}",
                "{date: 2025-02-03, payable: {at: P1}, is: false, cites: [TJ-21.1, TJ-20]}"));
    }

    @Test
    void the_latest_notice_is_that_of_the_last_handling_whichever_record_it_came_from() {
        List<Entry> entered = new ArrayList<>();
        Playing.assertOk(Playing.listened(entered, "people: [A, B]", """
                - {who: A, date: 2025-02-03, score: {notice: NA, inspection: I1, at: H1, handling: AGREEMENT_HANDLING,
                    findings: [{violation: V1, circumstance: TJ-26.1, responsibility: GENERAL}]}}
                - {who: B, date: 2025-05-06, score: {notice: NB, inspection: I2, at: H1, handling: AGREEMENT_HANDLING,
                    findings: [{violation: V2, circumstance: TJ-26.1, responsibility: IMPORTANT}]}}
                - {who: B, date: 2025-04-01, score: {notice: NC, inspection: I3, at: P1, handling: AGREEMENT_HANDLING,
                    findings: [{violation: V3, circumstance: TJ-26.1, responsibility: GENERAL}]}}
                - {who: B, date: 2025-05-07, remind: {}}
                - {who: A, date: 2025-05-08, merge: {into: B}}
                - {who: B, date: 2025-05-09, remind: {by: AGENCY}}
                """));
        assertThat(entered.stream()
                        .filter(Entry.ReminderTalk.class::isInstance)
                        .map(it -> ((Entry.ReminderTalk) it).notice()))
                .containsExactly("NB", "NB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remind: {}", "interview: {}"})
    void nobody_without_a_notice_is_passed_over(String talk) {
        Verdict verdict = Playing.named("it", "people: [A, B]", """
                - {who: A, date: 2025-03-03, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-27.1, responsibility: PRIMARY}]}}
                - {who: [A, B], date: 2025-03-04, %s}
                """.formatted(talk));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.taken().getLast().said())
                .hasSize(2)
                .last()
                .isEqualTo(new Verdict.Said(
                        "B", new Reply.Refused("unknown-notice", null, "no notice that this could be about")));
    }

    @Test
    void an_amendment_of_no_registration_is_told() {
        assertThat(play("- {date: 2025-02-03, amend: {at: H1, primary: true}}\n")
                        .taken()
                        .getFirst()
                        .said())
                .extracting(it -> ((Reply.Refused) it.reply()).code())
                .containsExactly("not-registered");
    }

    @Test
    void a_talk_and_an_interview_are_about_the_latest_notice_where_none_is_named() {
        String talks = """
                - {date: 2025-04-03, interview: {}}
                - {date: 2025-04-03, remind: {}}
                """;
        Playing.assertOk(play(SUSPENDED + talks));
        assertThat(play(REGISTERED + talks).taken().stream().map(Verdict.Taken::asExpected))
                .endsWith(false, false);
    }

    @Test
    void an_amendment_keeps_what_it_does_not_say() {
        String nurse = REGISTERED + """
                - {date: 2025-02-03, amend: {at: H1, role: NURSING}}
                - {date: 2025-02-04, amend: {at: H1, primary: true}}
                """;
        String physician = """
                - {date: 2025-03-03, score: {notice: N1, inspection: I1, at: H1, handling: INDUSTRY_SANCTION,
                    findings: [{violation: V1, circumstance: TJ-27.2, responsibility: PRIMARY}]}, refused: TJ-27.2}
                """;
        Playing.assertOk(play(nurse + physician));
        assertThat(play("- {date: 2025-02-03, amend: {at: H1, primary: true}}\n")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_request_goes_through_where_the_person_still_is() {
        String left = REGISTERED + """
                - {date: 2025-01-06, commit: {at: P1}}
                - {date: 2025-01-08, register: {at: P1, role: PHARMACY_OTHER}}
                - {date: 2025-02-03, depart: {at: P1}}
                """;
        String asks = """
                - {date: 2025-04-02, requestRepair: {id: R1, path: ACTIVITY}}
                - {date: 2025-04-02, requestRestoration: {id: W1}}
                """;
        String scored = """
                - {date: 2025-04-01, score: {notice: N1, inspection: I1, at: %s, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-28.1, responsibility: PRIMARY}]}}
                """;
        Playing.assertOk(play(left + scored.formatted("H1") + asks));
        Playing.assertOk(play(left + scored.formatted("P1") + asks));
        Playing.assertOk(play(left + "- {date: 2025-03-03, depart: {at: H1}}\n" + scored.formatted("P1") + asks));
    }

    @Test
    void a_request_goes_through_where_the_person_is_that_day() {
        String both = REGISTERED + """
                - {date: 2025-01-06, commit: {at: P1}}
                - {date: 2025-01-08, register: {at: P1, role: PHARMACY_OTHER}}
                - {date: 2025-04-01, score: {notice: N1, inspection: I1, at: %s, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-28.1, responsibility: PRIMARY}]}}
                """;
        String leaves = "- {date: %s, recorded: 2025-04-01, depart: {at: %s}}\n";
        String again = "- {date: 2025-03-10, register: {at: H1, role: MEDICAL}}\n";
        String asks = "- {date: 2025-04-07, requestRepair: {id: R1, path: ACTIVITY}}\n";
        String told = both.formatted("H1") + leaves.formatted("2025-05-06", "H1");
        assertThat(through(told + asks)).isEqualTo("H1");
        assertThat(through(told.replace("2025-05-06", "2025-04-07") + asks)).isEqualTo("P1");
        String back = REGISTERED + leaves.formatted("2025-03-03", "H1") + again;
        assertThat(through(
                        both.formatted("H1").replace(REGISTERED, back) + leaves.formatted("2025-04-02", "H1") + asks))
                .isEqualTo("P1");
    }

    @Test
    void whoever_left_where_they_had_registered_anew_asks_elsewhere() {
        assertThat(through(REGISTERED + """
                - {date: 2025-04-01, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-29.1, responsibility: PRIMARY}]}}
                - {date: 2028-04-03, requestRestoration: {id: W1}}
                - {date: 2028-04-04, decideRestoration: {id: W1}}
                - {date: 2028-04-05, commit: {at: H1}}
                - {date: 2028-04-05, commit: {at: P1}}
                - {date: 2028-04-06, register: {at: H1, role: MEDICAL}}
                - {date: 2028-04-06, register: {at: P1, role: PHARMACY_OTHER}}
                - {date: 2028-05-08, score: {notice: N2, inspection: I2, at: H1, handling: AGREEMENT_HANDLING,
                    findings: [{violation: V2, circumstance: TJ-26.1, responsibility: PRIMARY}]}}
                - {date: 2028-06-01, depart: {at: H1}}
                - {date: 2028-06-02, requestRepair: {id: R1, path: ACTIVITY}}
                """)).isEqualTo("P1");
    }

    private static String through(String steps) {
        List<Entry> entered = new ArrayList<>();
        Playing.assertOk(Playing.listened(entered, "", steps));
        return ((Entry.RepairRequest) entered.getLast()).institution();
    }

    @Test
    void a_rulebook_adopted_in_its_first_wording_decides_by_it() {
        Rulebook first = Playing.rulebook(Playing.tianjin()
                .replace("a notice of 12, during: its termination", "a notice of 12, during: termination"));
        String addedUp = REGISTERED + """
                - {date: 2025-03-03, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-27.1, responsibility: PRIMARY}]}}
                - {date: 2025-06-10, score: {notice: N2, inspection: I2, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V2, circumstance: TJ-27.1, responsibility: PRIMARY}]}}
                """;
        String asked = "requestRepair: {id: R1, path: ACTIVITY, points: 1, approved: true}";
        Playing.assertOk(Playing.steps(first, addedUp + "- {date: 2025-07-01, " + asked + ", refused: TJ-35}\n"));
        Playing.assertOk(Playing.steps(Playing.TIANJIN, addedUp + "- {date: 2025-07-01, " + asked + "}\n"));
    }

    @Test
    void everybody_named_is_asked() {
        Verdict verdict =
                Playing.named("it", "people: [A, B]", """
                - {who: A, date: 2025-01-06, commit: {at: H1}}
                - {who: A, date: 2025-01-07, register: {at: H1, role: MEDICAL}}
                """, "{who: [A, B], date: 2025-01-07, standing: NORMAL}");
        assertThat(verdict.answers().stream().map(Answer::person)).containsExactly("A", "B");
        assertThat(verdict.answers().stream().map(Answer::met)).containsExactly(true, false);
        assertThat(verdict.answers().getLast().points())
                .containsExactly(new Point("standing", "NORMAL", "UNREGISTERED", false));
    }

    @Test
    void a_ratio_is_asked_of_the_institution_once() {
        Verdict verdict = Playing.named(
                "it",
                "people: [A, B, C]",
                "- {who: [A, B, C], date: 2025-01-06, commit: {at: H1}}\n"
                        + "- {who: [A, B, C], date: 2025-01-07, register: {at: H1, role: MEDICAL}}\n"
                        + "- {who: A, date: 2025-03-03, score: {notice: N1, inspection: I1, at: H1,"
                        + " handling: ADMINISTRATIVE_PENALTY,"
                        + " findings: [{violation: V1, circumstance: TJ-28.1, responsibility: PRIMARY}]}}\n",
                "{date: 2025-03-03, ratio: {at: H1, year: 2025}, is: 0.33, threshold: SETTLEMENT, cites: TJ-33}",
                "{date: 2025-03-03, ratio: {at: H1, year: 2025}, is: 0.3, threshold: NONE}");
        assertThat(verdict.answers()).extracting(Answer::person).containsOnlyNulls();
        assertThat(verdict.answers().getFirst().met()).isTrue();
        assertThat(verdict.answers().getLast().points())
                .containsExactly(
                        new Point("ratio at H1 in 2025", "0.3", "0.333333 (1 of 3)", false),
                        new Point("threshold", "NONE", "SETTLEMENT", false));
    }

    @Test
    void what_cannot_be_played_yet_is_not_played_at_all() {
        Verdict verdict = Playing.steps(
                Playing.TIANJIN,
                "- {date: 2025-01-07, register: {at: H1, role: MEDICAL}}\n",
                "{date: 2025-01-08, due: LETTER, dueOn: 2025-01-10}");
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(verdict.awaits()).containsExactly("due LETTER");
        assertThat(verdict.taken()).isEmpty();
        assertThat(verdict.answers()).isEmpty();
    }

    @Test
    void an_overturning_that_overturns_nothing_fails() {
        Verdict verdict = play("""
                - {date: 2025-04-01, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-28.1}]}, refused: TJ-30}
                - {date: 2025-04-02, overturn: {notice: N1}}
                """);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(String.join("\n", Report.lines(List.of(verdict))))
                .containsSubsequence("overturn", "nothing was scored on it");
    }

    @Test
    void the_engine_is_told_everything_that_a_scenario_leaves_out() {
        List<Entry> entered = new ArrayList<>();
        Verdict verdict = Playing.listened(entered, "", """
                - {date: 2025-06-10, recorded: 2025-06-12, score: {notice: N1, inspection: I1, at: H1,
                    handling: ADMINISTRATIVE_PENALTY,
                    findings: [{violation: V1, circumstance: TJ-29.1, responsibility: PRIMARY},
                               {violation: V2, circumstance: TJ-27.1, responsibility: PRIMARY, acted: 2025-02-03}]}}
                - {date: 2025-03-03, score: {notice: N2, inspection: I1, at: P1, handling: CIRCULAR,
                    findings: [{violation: V3, circumstance: TJ-28.1, responsibility: GENERAL}]}}
                - {date: 2025-06-13, serve: {notice: N1}}
                - {date: 2025-07-01, overturn: {notice: N1}}
                """);
        assertThat(verdict.outcome()).isEqualTo(Outcome.OK);
        Entry.Scoring first = (Entry.Scoring) entered.getFirst();
        assertThat(first.entered()).isEqualTo("2025-06-12");
        assertThat(first.basis().opened()).isEqualTo("2025-03-03");
        assertThat(first.findings().stream().map(Entry.Finding::article)).containsExactly(40, 38);
        assertThat(first.findings().stream().map(Entry.Finding::acted))
                .containsExactly(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 2, 3));
        Entry.Scoring second = (Entry.Scoring) entered.get(1);
        assertThat(second.entered()).isEqualTo("2025-06-12");
        assertThat(second.basis().handling()).isNotEqualTo(first.basis().handling());
        assertThat(second.findings().getFirst().article()).isNull();
        assertThat(entered.subList(2, 4))
                .allSatisfy(it -> assertThat(((Entry.Service) it).received()).isEqualTo("2025-06-13"));
        assertThat(((Entry.Overturning) entered.get(4)).handling())
                .isEqualTo(first.basis().handling());
        assertThat(((Entry.Overturning) entered.get(4)).scored())
                .containsExactly(new Entry.Scored(Scenario.SOMEBODY, "N1"));
    }

    @Test
    void a_refused_step_shows_its_provision_and_reason() {
        Verdict verdict = play("- {date: 2025-01-07, register: {at: H1, role: MEDICAL}}\n");
        assertThat(verdict.taken().getFirst().said().getFirst().reply())
                .isEqualTo(new Reply.Refused(
                        "no-commitment", new Provision("TJ-18"), "no commitment at H1 by 2025-01-07"));
    }

    private static Verdict play(String steps) {
        return Playing.steps(Playing.TIANJIN, steps);
    }
}
