package org.payqual.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.system.RunningPayqual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code payqual show} tells at the terminal what a running payqual knows of a person. */
class ShowTest {

    private static final int COLUMNS = 80;
    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            "SH" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    private static String person = "";
    private static long beforeTheScore;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void scoreSomebody() {
        send(
                "/institutions",
                "{\"code\":\"" + RUN
                        + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        person = send(
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + RUN + "\",\"name\":\"示例\"}")
                .path("id")
                .asString();
        send("/people/" + person + "/commitments", "{\"institution\":\"" + RUN + "\",\"date\":\"2025-01-06\"}");
        beforeTheScore = send(
                        "/people/" + person + "/registrations",
                        "{\"institution\":\"" + RUN
                                + "\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}")
                .path("position")
                .asLong();
        send("/inspections", "{\"id\":\"" + RUN + "\",\"institution\":\"" + RUN + "\",\"opened\":\"2025-01-06\"}");
        send(
                "/handlings",
                "{\"id\":\"" + RUN + "\",\"inspection\":\"" + RUN + "\",\"institution\":\"" + RUN
                        + "\",\"kind\":\"CIRCULAR\",\"date\":\"2025-03-11\"}");
        send(
                "/people/" + person + "/notices",
                "{\"notice\":\"N1\",\"handling\":\"" + RUN
                        + "\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\","
                        + "\"responsibility\":\"PRIMARY\",\"actedTo\":\"2025-01-20\"}]}");
    }

    @Test
    void tellsStandingPointsAndEventsWithTheirProvisions() {
        assertThat(show(person, "--at", "2025-04-01")).isZero();
        assertThat(told())
                .contains("暂停 suspended，至 until 2025-05-11  TJ-31.2.1")
                .contains("2025 记分 points      9，重点监管 under key supervision")
                .containsPattern("2025-01-06 +[0-9]+ 签署服务承诺书 service commitment +TJ-18")
                .containsPattern("V1 PRIMARY 9 分 points +TJ-28\\.1");
    }

    @Test
    void fitsATerminalOfEightyColumns() {
        show(person, "--at", "2025-04-01");
        assertThat(told().lines().map(ShowTest::columns)).allMatch(it -> it <= COLUMNS);
        assertThat(told().lines()
                        .filter(it -> it.matches("2025-.*(TJ-18|TJ-28\\.1).*"))
                        .map(it -> columns(it.substring(0, it.indexOf("TJ-")))))
                .as("provisions stand below each other beside Chinese as beside English")
                .hasSizeGreaterThan(2)
                .containsOnly(60);
    }

    @Test
    void tellsWhatWasKnownBefore() {
        assertThat(show(person, "--at", "2025-04-01", "--as-of", Long.toString(beforeTheScore)))
                .isZero();
        assertThat(told()).contains("正常 normal").doesNotContain("TJ-31");
    }

    @Test
    void tellsItInJson() {
        assertThat(show(person, "--json")).isZero();
        JsonNode known = JsonMapper.shared().readTree(told());
        assertThat(known.at("/standing/person").asString()).isEqualTo(person);
        assertThat(known.path("events")).hasSizeGreaterThan(4);
        assertThat(known.has("yearTotals")).isTrue();
        assertThat(known.has("registrations")).isTrue();
    }

    @Test
    void whoIsUnknownIsToldSo() {
        assertThat(show("00000000-0000-4000-8000-000000000077")).isEqualTo(1);
        assertThat(complained()).startsWith("payqual: 账本中没有该人员").contains("The ledger knows no such person");
        assertThat(told()).isEmpty();
    }

    @Test
    void aDocumentsNumberNeverGoesOut() {
        assertThat(show("120101199003077715")).isEqualTo(2);
        assertThat(complained()).contains("PERSON").doesNotContain("120101199003077715");
    }

    @Test
    void aServerThatIsAwayIsToldSo() {
        assertThat(run("show", person, "--server", "http://127.0.0.1:1", "--clients", clients()))
                .isEqualTo(1);
        assertThat(complained()).contains("http://127.0.0.1:1");
    }

    @Test
    void aTokenOfAnotherIssuerComesFromAFile(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), PAYQUAL.token(Role.AUDITOR) + "\n");
        assertThat(run("show", person, "--server", server(), "--token-file", token.toString()))
                .isZero();
        assertThat(run(
                        "show",
                        person,
                        "--server",
                        server(),
                        "--token-file",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
    }

    @Test
    void helpShowsAnExample() {
        assertThat(run("show", "--help")).isZero();
        assertThat(told()).contains("--as-of").contains("payqual show 3f0c1f5e");
        assertThat(told().lines().map(ShowTest::columns)).allMatch(it -> it <= COLUMNS);
    }

    private int run(String... arguments) {
        return Payqual.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int show(String... arguments) {
        return run(
                Stream.concat(Stream.of("show", "--server", server(), "--clients", clients()), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private static String server() {
        return "http://127.0.0.1:" + PAYQUAL.port();
    }

    private static String clients() {
        return PAYQUAL.data()
                .resolve("sample-issuer")
                .resolve("clients.properties")
                .toString();
    }

    private static JsonNode send(String path, String body) {
        var answer = PAYQUAL.command(Role.AGENCY, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private String told() {
        return out.toString();
    }

    private String complained() {
        return err.toString();
    }

    /** Counts as a terminal does, by the East Asian width of what the command may print. */
    private static int columns(String line) {
        return line.codePoints()
                .map(it -> (it >= 0x2E80 && it <= 0x9FFF) || (it >= 0xFF01 && it <= 0xFF60) ? 2 : 1)
                .sum();
    }
}
