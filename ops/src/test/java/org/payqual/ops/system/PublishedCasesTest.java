package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The published cases, entered by the script that ships with the product, come out as they were published. */
class PublishedCasesTest {

    private final RunningPayqual payqual = RunningPayqual.shared();

    @Test
    void standingsPointsAndTermsAreThePublishedOnesHoweverOftenTheScriptRuns() throws Exception {
        List<String> first = run();
        assertThat(first).containsExactlyElementsOf(published());
        assertThat(run()).isEqualTo(first);
    }

    private static List<String> published() {
        List<String> lines = new ArrayList<>(List.of("case | day | standing | points | until"));
        for (int i = 0; i < 6; i++) {
            lines.addAll(life(
                    "Jiren TCM hospital, one of six",
                    "2025-08-28",
                    "2025-08-29",
                    "TERMINATED | 12 | 2028-08-29",
                    "2028-08-29 | TERMINATED | 0 | "));
        }
        for (int i = 0; i < 2; i++) {
            lines.addAll(life(
                    "Jiren TCM hospital, one of two",
                    "2025-08-28",
                    "2025-08-29",
                    "SUSPENDED | 10 | 2025-12-29",
                    "2025-12-29 | SUSPENDED | 10 | "));
        }
        lines.addAll(points("Fuhua station, GENERAL", "2025-07-24", "2025-07-25", 4));
        lines.addAll(points("Fuhua station, IMPORTANT", "2025-07-24", "2025-07-25", 5));
        lines.addAll(points("Fuhua station, PRIMARY", "2025-07-24", "2025-07-25", 6));
        lines.addAll(life(
                "Weimin pharmacy, legal representative",
                "2025-07-23",
                "2025-07-24",
                "TERMINATED | 12 | 2028-07-24",
                "2028-07-24 | TERMINATED | 0 | "));
        for (int i = 0; i < 2; i++) {
            lines.addAll(points("Weimin pharmacy, one of two", "2025-07-23", "2025-07-24", 5));
        }
        for (int i = 1; i <= 3; i++) {
            lines.addAll(points("Zhongshan pharmacy " + i + ", principal", "2025-06-26", "2025-06-27", 1));
        }
        return lines;
    }

    private static List<String> points(String who, String before, String day, int points) {
        return life(who, before, day, "NORMAL | " + points + " | ", "2026-01-01 | NORMAL | 0 | ");
    }

    private static List<String> life(String who, String before, String day, String result, String later) {
        return List.of(
                who + " | " + before + " | NORMAL | 0 | ",
                who + " | " + day + " | " + result,
                who + " | " + day + " as known before the notice | NORMAL | 0 | ",
                who + " | " + later);
    }

    private List<String> run() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        "sh",
                        Path.of("../sample/published-cases.sh").toString(),
                        "http://127.0.0.1:" + payqual.port(),
                        payqual.data()
                                .resolve("sample-issuer/clients.properties")
                                .toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = script.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(script.exitValue()).as(String.join("\n", said)).isZero();
        return said;
    }
}
