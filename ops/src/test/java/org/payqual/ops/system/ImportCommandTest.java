package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.system.Uploads.row;
import static org.payqual.ops.system.Uploads.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.ops.PayqualApplication;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.upload.StableCopy;

/** The command as a clerk runs it, in a process of its own. */
class ImportCommandTest {

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final Uploads uploads = new Uploads(payqual);
    private final String hospital = uploads.hospital();

    @TempDir
    private Path folder;

    /** What a process said, and its exit code. */
    private record Ended(int code, String said) {}

    @Test
    void importsWithASumAndASecondTimeNothing() throws Exception {
        Path roster = file(row("示例甲", Uploads.number(), hospital), row("示例乙", Uploads.number(), hospital));

        Ended first = run(roster.toString());
        Ended again = run("--json", roster.toString());

        assertThat(first.code()).as(first.said()).isZero();
        assertThat(first.said()).contains("记录 recording", "100%", "共 2 行 rows", "已记录 recorded              2");
        assertThat(first.said().lines())
                .allSatisfy(it -> assertThat(columns(it)).isLessThanOrEqualTo(80));
        assertThat(again.code()).isZero();
        assertThat(again.said().lines().toList()).hasSize(1);
        assertThat(again.said()).contains("\"onRecord\":2").contains("\"recorded\":0");
    }

    @Test
    void rowsThatAreNotTakenCanBeMendedAndImportedAgain() throws Exception {
        String wrong = Uploads.number();
        Path roster = file(
                row("示例甲", Uploads.number(), hospital),
                row("示例乙", wrong, hospital).replace("护理类", "=HYPERLINK(\"x\")"),
                row("示例丙", Uploads.number(), hospital));
        Path report = folder.resolve("roster.refused.csv");

        Ended first = run("--good-rows", roster.toString());
        String refused = Files.readString(report);
        Files.writeString(report, refused.replace("'=HYPERLINK(\"\"x\"\")", "护理类"));
        Ended mended = run(report.toString());

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.said()).contains("第 3 行 G 列 人员类别：该单元格是公式", report.toString());
        assertThat(first.said()).doesNotContain(wrong).doesNotContain("示例乙").doesNotContain("--good-rows");
        assertThat(refused.lines()).hasSize(2);
        assertThat(refused).startsWith("\uFEFF行号,退回原因,医保相关人员代码").contains(wrong, "'=HYPERLINK");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
        assertThat(mended.code()).as(mended.said()).isZero();
        assertThat(mended.said()).contains("已记录 recorded              1").doesNotContain("未使用的列");
    }

    @Test
    void whereOneRowIsBadItSaysThatTheGoodOnesAreNotRecordedEither() throws Exception {
        String bad = row("示例丁", Uploads.number(), hospital).replace("护理类", "医生");
        Path roster = file(row("示例戊", Uploads.number(), hospital), bad);
        Path report = folder.resolve("roster.refused.csv");
        Path second = folder.resolve("roster.refused-2.csv");

        Ended first = run(roster.toString());
        String halfMended = Files.readString(report).replace("医生", "大夫");
        Files.writeString(report, halfMended);
        Ended goodRows = run("--good-rows", roster.toString());
        Ended stillBad = run(report.toString());

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.said()).contains("无误未录 not recorded        1", "无误的行也没有", "the good rows neither");
        assertThat(goodRows.said()).contains("已记录 recorded              1", second.toString());
        assertThat(Files.readString(report)).as("rows that somebody is mending").isEqualTo(halfMended);
        assertThat(stillBad.code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("roster.refused-3.csv"))).startsWith("\uFEFF行号,退回原因,医保相关人员代码");
    }

    @Test
    void tenThousandBadRowsDoNotFloodTheTerminal() throws Exception {
        String[] rows = new String[10_000];
        Arrays.fill(rows, row("示例", "120199199001010000", hospital));
        Path roster = file(rows);

        Ended ended = run("--check", roster.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().lines().count()).isLessThan(80);
        assertThat(ended.said()).contains("10,000").contains("更多退回原因不再显示");
        assertThat(Files.readString(folder.resolve("roster.refused.csv")).lines())
                .hasSize(10_001);
    }

    @Test
    void saysWhatIsWrongWithAFileOrAServerInOneSentence() throws Exception {
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThat(run(folder.resolve("none.csv").toString()).said())
                .startsWith("payqual: 没有文件 ")
                .contains("none.csv");
        assertThat(run(broken.toString()).said())
                .contains("payqual: 工作簿不完整或已损坏")
                .doesNotContain("Exception");
        assertThat(run("--server", "http://127.0.0.1:1", broken.toString()).said())
                .contains("无法连接 http://127.0.0.1:1")
                .doesNotContain("Exception");
        assertThat(run("--clients", folder.resolve("none").toString(), broken.toString())
                        .said())
                .contains("--token-file")
                .doesNotContain("Exception");
        assertThat(run("--check", "--good-rows", broken.toString()).code()).isEqualTo(2);
    }

    @Test
    void aFileThatIsChangedWhileItIsReadIsNotHandedIn() throws Exception {
        Path roster = folder.resolve("changing.csv");
        Files.writeString(roster, "a".repeat(1 << 20));
        Thread editor = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; !Thread.interrupted(); i++) {
                    Files.writeString(roster, String.valueOf(i % 10).repeat(1 << 20));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            String said = "";
            for (int i = 0; i < 50 && said.isEmpty(); i++) {
                said = copied(roster);
            }
            assertThat(said).startsWith("文件在读取时被改动或替换");
        } finally {
            editor.interrupt();
            editor.join();
        }
    }

    private static String copied(Path file) {
        try {
            StableCopy.of(file).close();
            return "";
        } catch (ClientFailed e) {
            return e.sentence();
        }
    }

    private Path file(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Uploads.ROSTER));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("roster.csv"), text(lines.toArray(String[]::new)));
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                PayqualApplication.class.getName(),
                "import"));
        if (!List.of(arguments).contains("--server")) {
            command.addAll(List.of("--server", "http://127.0.0.1:" + payqual.port()));
        }
        if (!List.of(arguments).contains("--clients")) {
            command.addAll(List.of(
                    "--clients",
                    payqual.data().resolve("sample-issuer/clients.properties").toString()));
        }
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static int columns(String line) {
        return line.codePoints().map(it -> it >= 0x2E80 ? 2 : 1).sum();
    }
}
