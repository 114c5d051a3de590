package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.PayqualApplication;
import org.payqual.ops.postgres.EmbeddedCluster;
import org.payqual.ops.postgres.StartRefused;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.projections.live.Progress;

/** The command as an operator runs it, in a process of its own. */
class RebuildCommandTest {

    /** What a process said, and its exit code. */
    private record Ended(int code, String said) {}

    @Test
    void rebuildsBesideARunningPayqualWhichGoesOver() throws Exception {
        RunningPayqual payqual = RunningPayqual.shared();
        String person = identify(payqual);
        Progress progress = payqual.part(Progress.class);
        long before = progress.build();

        // Whoever looks whether the data are in use, in the process that uses them, takes nothing from it.
        assertThatThrownBy(() -> EmbeddedCluster.requireFree(payqual.data().resolve("postgres")))
                .isInstanceOf(StartRefused.class);
        Ended ended = rebuild(payqual.data().resolve("postgres"));

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("读取 loading")
                .contains("索引 indexing")
                .contains("100%")
                .contains("rebuilt, up to log position")
                .doesNotContain("\r");
        assertThat(ended.said().lines())
                .allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(80));
        assertThat(progress.build()).isEqualTo(before + 1);
        assertThat(status(payqual, person)).isEqualTo(200);
        assertThat(status(payqual, identify(payqual))).isEqualTo(200);
    }

    @Test
    void startsTheDatabaseWhereNobodyRunsItAndStopsItAgain(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("postgres");
        EmbeddedCluster.start(data, 0).close();

        Ended ended = rebuild(data);

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(data.resolve("cluster").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoLedgerAndMakesNone(@TempDir Path folder) throws Exception {
        Ended ended = rebuild(folder.resolve("nowhere"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .startsWith("payqual: ")
                .contains("There is no ledger in")
                .doesNotContain("Exception");
        assertThat(Files.exists(folder.resolve("nowhere"))).isFalse();
    }

    private static Ended rebuild(Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                PayqualApplication.class.getName(),
                "rebuild",
                "--payqual.postgres.data=" + data));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static String identify(RunningPayqual payqual) {
        Answer identified = payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-"
                        + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT)
                        + "\",\"name\":\"示例\"}");
        assertThat(identified.status()).as(identified.text()).isEqualTo(201);
        return identified.json().path("id").asString();
    }

    private static int status(RunningPayqual payqual, String person) {
        return payqual.ask(Role.AGENCY, "/people/" + person + "/standing").status();
    }
}
