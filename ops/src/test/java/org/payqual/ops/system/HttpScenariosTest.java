package org.payqual.ops.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.payqual.domain.scenario.ScenarioFile;
import org.payqual.domain.scenario.ScenarioReader;
import org.payqual.domain.scenario.Verdict;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;

/** The scenarios over HTTP against PostgreSQL come out as they do in the domain alone. */
class HttpScenariosTest {

    /** Regions of their own, where the rules of a place govern every day that scenarios speak of. */
    private static final Map<String, String> REGIONS = Map.of("tianjin-2025", "99", "chaoyang-2025", "98");

    private static final Path OWN = Path.of("../scenarios");
    private static final Path WORKED_EXAMPLES = Path.of("../../shared/scenarios/tianjin.yaml");

    @TestFactory
    Stream<DynamicTest> everyScenarioComesOutOverHttpAsItDoesInTheDomain() throws IOException {
        RunningPayqual payqual = RunningPayqual.shared();
        adopt(payqual, forAllDays("tianjin-2025").replace("regions: ['12']", "regions: ['99']"));
        adopt(payqual, forAllDays("national-2024").replace("effective:\n", "regions: ['98']\neffective:\n"));
        adopt(payqual, forAllDays("chaoyang-2025").replace("regions: ['110105']", "regions: ['98110105']"));
        Map<String, List<Scenario>> scenarios = scenarios();
        assertThat(scenarios.keySet()).isEqualTo(REGIONS.keySet());
        return scenarios.entrySet().stream().flatMap(of -> {
            assertThat(of.getValue()).as(of.getKey()).hasSizeGreaterThan(50);
            Rulebook rulebook = new RulebookReader(ShippedRulebooks::file)
                    .readExtending(ShippedRulebooks.file(of.getKey()).orElseThrow())
                    .expectSound();
            HttpEngine overHttp = new HttpEngine(payqual, requireNonNull(REGIONS.get(of.getKey())));
            Runner runner = new Runner(new EnginesInStep(overHttp, new DirectEngine(rulebook)), rulebook);
            return of.getValue().stream().map(it -> test(runner, it));
        });
    }

    private static DynamicTest test(Runner runner, Scenario scenario) {
        return DynamicTest.dynamicTest(scenario.name(), () -> {
            Verdict verdict = runner.run(scenario);
            assertThat(verdict.outcome())
                    .as(() -> String.join("\n", Report.lines(List.of(verdict))))
                    .isEqualTo(Outcome.OK);
        });
    }

    /** Reads the scenarios by the id of their rulebook. */
    private static Map<String, List<Scenario>> scenarios() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(OWN)) {
            found.filter(it -> it.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
        if (Files.exists(WORKED_EXAMPLES)) {
            files.add(WORKED_EXAMPLES);
        }
        Map<String, List<Scenario>> scenarios = new TreeMap<>();
        for (Path file : files) {
            ScenarioFile read = ScenarioReader.read(Files.readAllBytes(file)).expectSound();
            scenarios
                    .computeIfAbsent(read.rulebook().text(), id -> new ArrayList<>())
                    .addAll(read.scenarios());
        }
        return scenarios;
    }

    /** A shipped file under another id, so that it stands beside the one that the sample adopted. */
    private static String forAllDays(String id) {
        return new String(ShippedRulebooks.file(id).orElseThrow(), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^id: (.*)-[0-9]{4}$", "id: $1-for-all-days")
                .replaceFirst("(?m)^extends: (.*)-[0-9]{4}$", "extends: $1-for-all-days")
                .replace("from: 2025-01-01", "from: 2024-01-01")
                .replace("for: 2 years", "for: 70 years");
    }

    private static void adopt(RunningPayqual payqual, String file) {
        Answer adopted = Call.post(payqual.port(), "/api/v1/rulebooks", file)
                .with("Content-Type", "application/yaml")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(payqual.token(Role.RULEBOOK_KEEPER))
                .answer();
        assertThat(adopted.status()).as(adopted.text()).isBetween(200, 201);
    }
}
