package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.screen.Columns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Verdict OK =
            Playing.named("一个人", "", "- {date: 2025-01-06, commit: {at: H1}}\n", "{date: 2025-01-06, points: 0}");
    private static final Verdict FAILED = Playing.named(
            "two people",
            "people: [甲, B]",
            """
            - {who: [甲, B], date: 2025-01-06, recorded: 2025-01-09, commit: {at: H1}}
            - {who: 甲, date: 2025-01-07, register: {at: P1, role: PHARMACY_OTHER}}
            - {who: B, date: 2025-01-07, register: {at: P1, role: PHARMACY_OTHER}, refused: TJ-19}
            """,
            "{who: 甲, date: 2025-01-07, known: 2025-01-09, standing: NORMAL, points: 0}",
            "{who: B, date: 2025-01-07, payable: {at: H1}, is: true, cites: TJ-21.1}");
    private static final Verdict NOT_YET = Playing.named(
            "appealed",
            "",
            "- {date: 2025-01-06, commit: {at: H1}}\n",
            "{date: 2025-01-08, due: LETTER, dueOn: 2025-01-10}");

    @Test
    void a_line_for_each_and_everything_about_what_failed() {
        assertThat(String.join("\n", Report.lines(List.of(OK, FAILED, NOT_YET))))
                .isEqualTo("""
                          通过 ok       一个人                                          TJ-1
                          不符 FAILED   two people                                      TJ-1
                              步骤 steps
                                line 8   2025-01-06 known 2025-01-09  甲  commit    办理 accepted  TJ-18
                                line 8   2025-01-06 known 2025-01-09  B   commit    办理 accepted  TJ-18
                                line 9   2025-01-07 known 2025-01-09  甲  register  不予 refused
                                         TJ-18 no-commitment: no commitment at P1 by 2025-01-07
                                         <- 应为 expected: accepted
                                line 10  2025-01-07 known 2025-01-09  B   register  不予 refused
                                         TJ-18 no-commitment: no commitment at P1 by 2025-01-07
                                         <- 应为 expected: refused on TJ-19
                              期望 expectations
                                ->  line 6  2025-01-07 known 2025-01-09  甲  standing
                                    应为 expected NORMAL
                                    实为 came out UNREGISTERED
                                    line 6  2025-01-07 known 2025-01-09  甲  points
                                    应为 expected 0
                                    实为 came out 0
                                ->  line 6  2025-01-07                   B   payable at H1
                                    应为 expected true
                                    实为 came out false
                                    line 6  2025-01-07                   B   cites
                                    应为 expected TJ-21.1
                                    实为 came out TJ-21.1
                          暂缺 not yet  appealed                                        TJ-1  due LETTER
                        """.stripTrailing());
        assertThat(Report.count(List.of(OK, FAILED, NOT_YET)))
                .isEqualTo("3 个情景：1 通过，1 不符，1 暂缺\n3 scenarios: 1 ok, 1 failed, 1 not yet");
        assertThat(Report.count(List.of(OK))).isEqualTo("1 个情景：1 通过，0 不符，0 暂缺\n1 scenario: 1 ok, 0 failed, 0 not yet");
    }

    @Test
    void no_line_is_wider_than_a_terminal_however_long_the_names_are() {
        String name = "x".repeat(64);
        String steps = """
                - {who: N, date: 2025-03-03, appeal: {id: A1, notice: N}}
                - {who: B, date: 2025-03-03, appeal: {id: A1, notice: N}}
                """.replace("N", name);
        Verdict verdict = Playing.named(name, "people: [B, " + name + "]", steps);
        assertThat(Report.lines(List.of(verdict)))
                .anyMatch(it -> it.contains("unknown-notice"))
                .allSatisfy(it -> assertThat(Columns.width(it)).isLessThanOrEqualTo(80));
    }

    @Test
    void the_same_for_programs() {
        JsonReport report = new JsonReport();
        report.add("a.yaml", "tianjin-2025", List.of(OK, FAILED, NOT_YET));
        report.addFaulty("b.yaml", List.of("1:1 empty"));
        JsonNode json = JsonMapper.shared().readTree(report.text());
        assertThat(json.at("/format").intValue()).isEqualTo(1);
        JsonNode scenarios = json.at("/files/0/scenarios");
        assertThat(scenarios.at("/0/outcome").stringValue()).isEqualTo("ok");
        assertThat(scenarios.at("/1/outcome").stringValue()).isEqualTo("FAILED");
        assertThat(scenarios.at("/1/steps/0/recorded").stringValue()).isEqualTo("2025-01-09");
        assertThat(scenarios.at("/1/steps/1/replies/0/provision").stringValue()).isEqualTo("TJ-18");
        assertThat(scenarios.at("/1/steps/1/asExpected").booleanValue()).isFalse();
        assertThat(scenarios.at("/1/steps/2/expectedRefusal").stringValue()).isEqualTo("TJ-19");
        assertThat(scenarios.at("/1/expectations/0/known").stringValue()).isEqualTo("2025-01-09");
        assertThat(scenarios.at("/1/expectations/0/points/0/found").stringValue())
                .isEqualTo("UNREGISTERED");
        assertThat(scenarios.at("/1/expectations/0/met").booleanValue()).isFalse();
        assertThat(scenarios.at("/2/outcome").stringValue()).isEqualTo("not yet");
        assertThat(scenarios.at("/2/awaits/0").stringValue()).isEqualTo("due LETTER");
        assertThat(json.at("/files/1/faults/0").stringValue()).isEqualTo("1:1 empty");
    }
}
