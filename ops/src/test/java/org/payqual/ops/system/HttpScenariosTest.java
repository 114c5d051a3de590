package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.RulebookReader;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.domain.scenario.DirectEngine;
import org.payqual.domain.scenario.Report;
import org.payqual.domain.scenario.Runner;
import org.payqual.domain.scenario.Scenario;
import org.payqual.domain.scenario.ScenarioReader;
import org.payqual.domain.scenario.Verdict;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;

/** The scenarios over HTTP against PostgreSQL come out as they do in the domain alone. */
class HttpScenariosTest {

    /** A region of its own, where the rules of Tianjin govern every day that scenarios speak of. */
    private static final String REGION = "99";

    private static final Path OWN = Path.of("../scenarios");
    private static final Path WORKED_EXAMPLES = Path.of("../../shared/scenarios/tianjin.yaml");

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOutOverHttpAsItDoesInTheDomain() throws IOException {
        RunningPayqual payqual = RunningPayqual.shared();
        byte[] file = ShippedRulebooks.file("tianjin-2025").orElseThrow();
        adoptForAllDays(payqual, file);
        Rulebook rulebook = RulebookReader.read(file).expectSound();
        Runner runner =
                new Runner(new EnginesInStep(new HttpEngine(payqual, REGION), new DirectEngine(rulebook)), rulebook);
        List<Scenario> scenarios = scenarios();
        assertThat(scenarios).hasSizeGreaterThan(100);
        return scenarios.stream()
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    Verdict verdict = runner.run(it);
                    assertThat(verdict.outcome())
                            .as(() -> String.join("\n", Report.lines(List.of(verdict))))
                            .isEqualTo(Outcome.OK);
                }));
    }

    private static List<Scenario> scenarios() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(OWN)) {
            found.filter(it -> it.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
        if (Files.exists(WORKED_EXAMPLES)) {
            files.add(WORKED_EXAMPLES);
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            scenarios.addAll(
                    ScenarioReader.read(Files.readAllBytes(file)).expectSound().scenarios());
        }
        return scenarios;
    }

    private static void adoptForAllDays(RunningPayqual payqual, byte[] tianjin) {
        String file = new String(tianjin, StandardCharsets.UTF_8)
                .replace("id: tianjin-2025", "id: tianjin-for-all-days")
                .replace("regions: ['12']", "regions: ['" + REGION + "']")
                .replace("from: 2025-01-01", "from: 2024-01-01")
                .replace("for: 2 years", "for: 70 years");
        Answer adopted = Call.post(payqual.port(), "/api/v1/rulebooks", file)
                .with("Content-Type", "application/yaml")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(payqual.token(Role.RULEBOOK_KEEPER))
                .answer();
        assertThat(adopted.status()).as(adopted.text()).isBetween(200, 201);
    }
}
