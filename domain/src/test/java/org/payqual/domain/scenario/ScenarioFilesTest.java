package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The law as executable examples: every file of scenarios plays as it expects. */
class ScenarioFilesTest {

    private static final Path OWN = Path.of("../scenarios");
    private static final Path ELSEWHERE = Path.of("src/test/resources/org/payqual/domain/scenario/elsewhere.yaml");
    private static final Path WORKED_EXAMPLES = Path.of("../../shared/scenarios/tianjin.yaml");

    @TestFactory
    Stream<DynamicTest> every_scenario_of_ours_comes_out_as_expected() throws IOException {
        return files().stream().flatMap(file -> Playing.file(file).stream().map(verdict -> test(file, verdict)));
    }

    @Test
    void there_are_scenarios_for_every_rule() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files()) {
            Playing.file(file).forEach(it -> scenarios.add(it.scenario()));
        }
        assertThat(scenarios).hasSizeGreaterThan(175);
        assertThat(scenarios.stream().flatMap(it -> it.cites().stream()).map(Object::toString))
                .contains(
                        "TJ-3",
                        "TJ-17",
                        "TJ-18",
                        "TJ-19",
                        "TJ-20",
                        "TJ-21.1",
                        "TJ-21.2",
                        "TJ-21.3",
                        "TJ-22",
                        "TJ-25",
                        "TJ-26.1",
                        "TJ-26.2",
                        "TJ-26.3",
                        "TJ-27.1",
                        "TJ-27.2",
                        "TJ-27.3",
                        "TJ-28.1",
                        "TJ-28.2",
                        "TJ-28.3",
                        "TJ-29.1",
                        "TJ-29.2",
                        "TJ-29.3",
                        "TJ-30",
                        "TJ-31.1",
                        "TJ-31.2.1",
                        "TJ-31.2.2",
                        "TJ-31.2.3",
                        "TJ-31.3",
                        "TJ-33",
                        "TJ-34.1",
                        "TJ-34.2",
                        "TJ-34.3",
                        "TJ-34.4",
                        "TJ-35",
                        "TJ-35.1",
                        "TJ-35.2",
                        "TJ-36",
                        "TJ-37");
    }

    @Test
    void there_are_scenarios_for_every_rule_of_a_second_authority() throws IOException {
        Set<String> cited = new HashSet<>();
        Set<String> refusedOn = new HashSet<>();
        for (Path file : files()) {
            for (Verdict verdict : Playing.file(file)) {
                verdict.scenario().cites().forEach(it -> cited.add(it.citation()));
                verdict.scenario().steps().stream()
                        .map(Step::refused)
                        .filter(Objects::nonNull)
                        .forEach(it -> refusedOn.add(it.citation()));
            }
        }
        assertThat(cited)
                .contains(
                        "CY-1",
                        "CY-5",
                        "CY-7",
                        "CY-8",
                        "CY-9",
                        "CY-10",
                        "CY-11",
                        "CY-13",
                        "CY-14",
                        "CY-15",
                        "NG-1-3",
                        "NG-4-6",
                        "NG-RESPONSIBILITY",
                        "NG-SAME-INSPECTION",
                        "NG-YEAR",
                        "NG-SETTLEMENT",
                        "NG-TERMINATION");
        assertThat(refusedOn)
                .contains(
                        "CY-1",
                        "CY-5",
                        "CY-8",
                        "CY-9",
                        "CY-10",
                        "CY-11",
                        "CY-13",
                        "CY-14",
                        "CY-15",
                        "NG-RESPONSIBILITY",
                        "NG-SAME-INSPECTION",
                        "NG-TERMINATION");
    }

    @TestFactory
    Stream<DynamicTest> what_only_rulebooks_of_other_places_say_decides_as_well() {
        return Playing.file(ELSEWHERE).stream().map(verdict -> test(ELSEWHERE, verdict));
    }

    @TestFactory
    @EnabledIf("workedExamplesAreHere")
    Stream<DynamicTest> every_worked_example_comes_out_as_expected() {
        return Playing.file(WORKED_EXAMPLES).stream().map(verdict -> test(WORKED_EXAMPLES, verdict));
    }

    static boolean workedExamplesAreHere() {
        return Files.exists(WORKED_EXAMPLES);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(OWN)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static DynamicTest test(Path file, Verdict verdict) {
        return DynamicTest.dynamicTest(
                file.getFileName() + ": " + verdict.scenario().name(), () -> Playing.assertOk(verdict));
    }
}
