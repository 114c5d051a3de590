package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.RulebookReader;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.domain.scenario.Verdict.Outcome;

/** Plays scenarios as the command line does. */
public final class Playing {

    /** The Tianjin rules as they are shipped. */
    public static final Rulebook TIANJIN = rulebook(tianjin());

    private Playing() {}

    /** Plays a file under the rulebook that it names. */
    public static List<Verdict> file(Path file) {
        try {
            ScenarioFile scenarios =
                    ScenarioReader.read(Files.readAllBytes(file)).expectSound();
            return play(scenarios, scenarios.rulebook().read(file).expectSound());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Plays one scenario under a rulebook: its steps as a file writes them, and its expectations. */
    public static Verdict steps(Rulebook rulebook, String steps, String... expectations) {
        return new Runner(new DirectEngine(rulebook), rulebook).run(scenario("it", "", steps, expectations));
    }

    /** Plays one scenario that says something besides, such as who takes part. */
    static Verdict named(String name, String besides, String steps, String... expectations) {
        return new Runner(new DirectEngine(TIANJIN), TIANJIN).run(scenario(name, besides, steps, expectations));
    }

    /** Plays one scenario and tells what is entered. */
    static Verdict listened(List<Entry> entered, String besides, String steps) {
        Engine told =
                (institutions, people) -> new Listening(new DirectEngine(TIANJIN).open(institutions, people), entered);
        return new Runner(told, TIANJIN).run(scenario("it", besides, steps));
    }

    private static Scenario scenario(String name, String besides, String steps, String... expectations) {
        String file = """
                rulebook: tianjin-2025
                scenarios:
                  - name: %s
                    cites: TJ-1
                    %s
                    expect: [%s]
                    steps:
                %s""".formatted(name, besides, String.join(", ", expectations), steps.indent(6));
        return ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8))
                .expectSound()
                .scenarios()
                .getFirst();
    }

    /** Checks that everything comes out as the scenario expects, and shows what came out where it does not. */
    public static void assertOk(Verdict verdict) {
        assertThat(verdict.outcome())
                .as(() -> String.join("\n", Report.lines(List.of(verdict))))
                .isEqualTo(Outcome.OK);
    }

    /** Returns the file of the Tianjin rules as text. */
    public static String tianjin() {
        return new String(ShippedRulebooks.file("tianjin-2025").orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Reads a rulebook. */
    public static Rulebook rulebook(String yaml) {
        return RulebookReader.read(yaml.getBytes(StandardCharsets.UTF_8)).expectSound();
    }

    private static List<Verdict> play(ScenarioFile scenarios, Rulebook rulebook) {
        Runner runner = new Runner(new DirectEngine(rulebook), rulebook);
        return scenarios.scenarios().stream().map(runner::run).toList();
    }
}
