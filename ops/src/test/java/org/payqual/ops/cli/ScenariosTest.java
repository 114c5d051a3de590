package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.domain.screen.Columns;

class ScenariosTest {

    private static final String SOUND = """
            rulebook: tianjin-2025
            scenarios:
              - name: 先承诺后登记
                cites: TJ-18
                steps:
                  - {date: 2025-01-06, commit: {at: H1}}
                  - {date: 2025-01-07, register: {at: H1, role: MEDICAL}}
                expect:
                  - {date: 2025-01-07, standing: NORMAL}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void all_is_well_with_our_own_scenarios() {
        assertThat(run("../scenarios")).isZero();
        assertThat(out.toString()).contains(" 0 failed").doesNotContain("FAILED");
        assertThat(out.toString().lines()).hasSizeGreaterThan(200).allSatisfy(ScenariosTest::fitsTheTerminal);
    }

    @Test
    void of_a_folder_all_files_of_scenarios_below_are_played_in_order_of_name() throws IOException {
        Files.createDirectories(folder.resolve("all/sub/b.yaml"));
        Path last = file("all/z.yml", SOUND);
        Path deep = file("all/sub/a.yaml", SOUND);
        Path first = file("all/a.yaml", SOUND);
        file("all/notes.md", "not YAML: [");
        Path alone = file("alone.yaml", SOUND);
        assertThat(run(folder.resolve("all").toString(), alone.toString())).isZero();
        assertThat(out.toString().lines().filter(it -> it.contains(" · ")))
                .containsExactly(
                        first + " · tianjin-2025",
                        deep + " · tianjin-2025",
                        last + " · tianjin-2025",
                        alone + " · tianjin-2025");
    }

    @Test
    void a_folder_without_any_is_told() {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(folder + ": no file .yaml or .yml in it");
    }

    @Test
    void a_failed_scenario_is_told_with_what_came_out() throws IOException {
        Path file = file("a.yaml", SOUND.replace("standing: NORMAL", "standing: SUSPENDED"));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAILED   先承诺后登记", "expected SUSPENDED", "came out NORMAL", "1 scenario: 0 ok, 1 failed");
        assertThat(out.toString().lines().skip(1)).allSatisfy(ScenariosTest::fitsTheTerminal);
    }

    @Test
    void what_cannot_be_played_yet_is_no_failure_and_no_success() throws IOException {
        Path file = file("a.yaml", SOUND + "      - {due: LETTER, dueOn: 2025-01-10}\n");
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("not yet 先承诺后登记 TJ-18 due LETTER", "1 scenario: 0 ok, 0 failed, 1 not yet");
    }

    @Test
    void a_faulty_file_is_told_by_line_and_column_and_the_others_are_played() throws IOException {
        Path faulty = file(
                "faulty.yaml", SOUND.replace("role: MEDICAL", "rôle: MEDICAL").replace("TJ-18", "18"));
        Path sound = file("sound.yaml", SOUND);
        assertThat(run(faulty.toString(), sound.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(faulty + ":4:12 scenarios[1].cites: expected a citation"),
                        line -> assertThat(line).contains(":7:38 scenarios[1].steps[2].register.role: missing"),
                        line -> assertThat(line).contains(":7:47 scenarios[1].steps[2].register.rôle: unknown key"));
        assertThat(out.toString()).contains("1 scenario: 1 ok");
    }

    @Test
    void a_missing_file_cannot_be_read() {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertThat(run(nowhere.toString())).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo(nowhere + ": no such file");
    }

    @Test
    void a_rulebook_of_its_own_lies_beside_the_scenarios() throws IOException {
        String tianjin = new String(ShippedRulebooks.file("tianjin-2025").orElseThrow(), StandardCharsets.UTF_8);
        file("own.yaml", tianjin.replace("id: tianjin-2025", "id: own-2025").replace("NURSING, ", ""));
        Path file = file("a.yaml", SOUND.replace("rulebook: tianjin-2025", "rulebook: ./own.yaml"));
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString()).contains("own-2025");

        Path nurse = file("b.yaml", SOUND.replace("tianjin-2025", "own.yaml").replace("MEDICAL", "NURSING"));
        assertThat(run(nurse.toString())).isEqualTo(1);
    }

    @Test
    void a_rulebook_that_is_faulty_or_missing_is_told_as_such() throws IOException {
        Path own = file("own.yaml", "id: own-2025\n");
        Path file = file("a.yaml", SOUND.replace("tianjin-2025", "own.yaml"));
        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(own.toAbsolutePath() + ":1:1 title: missing");

        Files.delete(own);
        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("rulebook " + own.toAbsolutePath() + ": no such file");
    }

    @Test
    void programs_are_told_in_json() throws IOException {
        Path sound = file("sound.yaml", SOUND);
        Path faulty = file("faulty.yaml", "scenarios: 1\n");
        assertThat(run("--json", sound.toString(), faulty.toString())).isEqualTo(2);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().strip()).startsWith("{").endsWith("}").contains("\"outcome\" : \"ok\"", "\"faults\"");
    }

    private static void fitsTheTerminal(String line) {
        assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(80);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... files) {
        String[] arguments =
                Stream.concat(Stream.of("scenarios"), Stream.of(files)).toArray(String[]::new);
        return Payqual.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
