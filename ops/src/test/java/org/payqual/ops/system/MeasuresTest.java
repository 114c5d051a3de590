package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is measured says what happened, names nobody, and is what the alerts and the dashboard ask for. */
class MeasuresTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            "MS" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private static final Path RULES = Path.of("prometheus", "alerts.yaml");
    private static final Path DASHBOARD = Path.of("grafana", "payqual.json");

    /** Words of the query language that stand where a metric could. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "unless",
            "on",
            "ignoring",
            "sum",
            "max",
            "min",
            "avg",
            "rate",
            "increase",
            "count",
            "clamp_min",
            "histogram_quantile",
            "absent",
            "time",
            "vector",
            "bool");

    private static String person = "";

    @BeforeAll
    static void liveALittle() {
        PAYQUAL.command(
                Role.AGENCY,
                "/institutions",
                "{\"code\":\"" + RUN
                        + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        person = PAYQUAL.command(
                        Role.AGENCY,
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + RUN + "\",\"name\":\"示例\"}")
                .json()
                .path("id")
                .asString();
        assertThat(PAYQUAL.command(
                                Role.AGENCY,
                                "/people/" + person + "/registrations",
                                "{\"institution\":\"" + RUN
                                        + "\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}")
                        .problem())
                .isEqualTo("422 no-commitment");
        assertThat(PAYQUAL.ask(
                                Role.AGENCY,
                                "/settlement/check?person=" + person + "&institution=" + RUN + "&validAt=2025-02-01")
                        .json()
                        .path("answer")
                        .asString())
                .isEqualTo("NOT_PAYABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payqual_commands_seconds_count | kind=\"designate\",outcome=\"recorded\"",
                "payqual_commands_seconds_count | kind=\"register\",outcome=\"refused\"",
                "payqual_refusals_total | code=\"no-commitment\",provision=\"TJ-18\"",
                "payqual_append_seconds_count |",
                "payqual_sealing_seconds_count | outcome=\"sealed\"",
                "payqual_settlement_answers_total | outcome=\"not-payable\"",
                "payqual_sequencer_state | state=\"sealing\"",
                "payqual_log_position |",
                "payqual_health | part=\"sequencer\"",
                "payqual_health | part=\"liveTables\""
            })
    void whatHappenedIsCounted(String metric, String labels) {
        assertThat(value(metric, labels == null ? "" : labels)).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payqual_live_lag_events",
                "payqual_live_lag_seconds",
                "payqual_settlement_lag_events",
                "payqual_imports_files",
                "payqual_imports_done",
                "payqual_imports_all",
                "payqual_rebuild_running",
                "payqual_rebuild_events",
                "payqual_rebuild_loaded",
                "payqual_rebuild_indexed",
                "payqual_sealing_held_seconds",
                "payqual_sealing_open_transactions"
            })
    void whatIsNotUnderWayIsToldAsWell(String metric) {
        assertThat(value(metric, "")).isNotNaN();
    }

    @Test
    void labelsComeFromShortLists() {
        String scrape = scrape();
        assertThat(scrape).doesNotContain(RUN, person);
        Map<String, Set<String>> labels = Pattern.compile("([a-z]+)=\"([^\"]*)\"")
                .matcher(scrape.lines().filter(it -> it.startsWith("payqual_")).collect(Collectors.joining("\n")))
                .results()
                .collect(Collectors.groupingBy(
                        it -> it.group(1), Collectors.mapping(it -> it.group(2), Collectors.toSet())));
        assertThat(labels.keySet())
                .containsExactlyInAnyOrder("code", "kind", "le", "outcome", "part", "provision", "reaction", "state");
        assertThat(labels.get("kind")).allMatch(it -> it.matches("[a-z-]+"));
    }

    @Test
    void onlyThisMachineReadsThem() {
        assertThat(Call.get(PAYQUAL.port(), "/actuator/prometheus")
                        .with("X-Forwarded-For", "203.0.113.7")
                        .answer()
                        .status())
                .isEqualTo(401);
        assertThat(Call.post(PAYQUAL.port(), "/actuator/prometheus", "{}")
                        .answer()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void everyMetricThatAnAlertAsksForIsThere() throws IOException {
        List<String> asked = Pattern.compile("(?m)^ +expr: (.*)$")
                .matcher(Files.readString(RULES))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(asked).hasSizeGreaterThan(9);
        assertThat(metrics(asked.stream())).isSubsetOf(scraped());
    }

    @Test
    void everyMetricThatTheDashboardAsksForIsThere() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        List<String> asked = dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .toList();
        assertThat(asked).hasSizeGreaterThan(12);
        assertThat(metrics(asked.stream())).isSubsetOf(scraped());
    }

    /** Prometheus's own tool takes metrics, rules and their tests, where it is installed. */
    @Test
    void promtoolAcceptsThemAll() throws Exception {
        assumeTrue(installed(), "promtool is not installed");
        Process check = new ProcessBuilder(
                        "sh", "prometheus/check.sh", "http://127.0.0.1:" + PAYQUAL.port() + "/actuator/prometheus")
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "promtool")));
    }

    /** Picks the metrics out of queries. */
    private static Set<String> metrics(Stream<String> queries) {
        Set<String> metrics = new TreeSet<>();
        queries.forEach(query -> {
            String bare =
                    query.replaceAll("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring) *\\([^)]*\\)", " ");
            Matcher words = Pattern.compile("[a-z_][a-z0-9_]*").matcher(bare);
            while (words.find()) {
                if (!WORDS.contains(words.group())) {
                    metrics.add(words.group());
                }
            }
        });
        // Prometheus adds it to what it scrapes.
        metrics.remove("up");
        return metrics;
    }

    private static Set<String> scraped() {
        return scrape().lines()
                .filter(it -> !it.startsWith("#"))
                .map(it -> it.split("[ {]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static double value(String metric, String labels) {
        String begins = labels.isEmpty() ? metric + " " : metric + "{" + labels + "} ";
        return scrape().lines()
                .filter(it -> it.startsWith(begins))
                .mapToDouble(it -> Double.parseDouble(it.substring(begins.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(begins));
    }

    private static String scrape() {
        Call.Answer answer = Call.get(PAYQUAL.port(), "/actuator/prometheus").answer();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }
}
