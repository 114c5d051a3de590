package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Killed somewhere on the way, mostly while a roster is recorded, and handed the same file again, the ledger has
 * everybody once; and then a workbook of another writer that says the same is found on record row by row. With
 * {@code -Dpayqual.soffice=soffice} LibreOffice writes the first file, {@code -Dpayqual.import.rows=100000} says of how
 * many people.
 */
@EnabledIfSystemProperty(named = "payqual.kills", matches = "[0-9]+")
class ImportDrillTest {

    private static final int KILLS = Integer.getInteger("payqual.kills", 2);
    private static final int ROWS = Integer.getInteger("payqual.import.rows", 600 * (KILLS + 1));
    private static final int MOST_RECORDED_BEFORE_A_KILL = ROWS * 2 / 3 / (KILLS + 1);
    private static final int UNAVAILABLE = 503;
    private static final long PAUSE_NS = Duration.ofMillis(200).toNanos();
    private static final long SEED = Long.getLong("payqual.seed", System.nanoTime());

    /** A point on the way of a file: a step, and how many of its rows are done. */
    private record Point(String step, int done) {

        static final Point NEVER = new Point("", 0);

        /** Of ten kills about one comes while the file is read, two while it is checked, the others while recording. */
        static Point any(Random random) {
            return switch (random.nextInt(10)) {
                case 0 -> new Point("READING", 1 + random.nextInt(ROWS));
                case 1, 2 -> new Point("CHECKING", 1 + random.nextInt(ROWS));
                default -> new Point("RECORDING", 1 + random.nextInt(MOST_RECORDED_BEFORE_A_KILL));
            };
        }

        boolean reached(JsonNode progress) {
            return progress.path("step").asString("").equals(step)
                    && progress.path("done").asInt() >= done;
        }
    }

    private interface Kill {
        void now() throws IOException, InterruptedException;
    }

    @Test
    void whateverIsKilledEverybodyIsThereOnce() throws Exception {
        Random random = new Random(SEED);
        List<String> rows = rows();
        String office = System.getProperty("payqual.soffice");
        byte[] roster = office == null ? Uploads.text(rows.toArray(String[]::new)) : byLibreOffice(office, rows);
        try (ChildPayqual payqual = ChildPayqual.start(Path.of("target", "import-drill"))) {
            payqual.untilAnswered(
                    "/institutions",
                    "designate",
                    "{\"code\":\"K1\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
            for (int kill = 0; kill < KILLS; kill++) {
                Point point = Point.any(random);
                if (random.nextBoolean()) {
                    handIn(payqual, roster, point, payqual::killProgram);
                    payqual.startAgain();
                } else {
                    handIn(payqual, roster, point, payqual::killDatabase);
                }
            }
            payqual.untilRead("/people/" + UUID.randomUUID() + "/standing");
            JsonNode last = handIn(payqual, roster, Point.NEVER, () -> {});
            JsonNode again = handIn(payqual, byFastexcel(rows), Point.NEVER, () -> {});

            assertThat(last.path("complete").asBoolean())
                    .as("seed %d: %s", SEED, last)
                    .isTrue();
            assertThat(last.path("recorded").asInt() + last.path("onRecord").asInt())
                    .isEqualTo(ROWS);
            assertThat(again.path("onRecord").asInt())
                    .as("seed %d: %s", SEED, again)
                    .isEqualTo(ROWS);
            for (String once : List.of("person.identified", "person.committed", "person.registered")) {
                assertThat(count(payqual, once)).as("seed %d: %s", SEED, once).isEqualTo(ROWS);
            }
        }
    }

    /** Hands the roster in and reads the answer to the point of a kill, or to its end, which it gives. */
    private static JsonNode handIn(ChildPayqual payqual, byte[] roster, Point point, Kill kill)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + payqual.port() + "/api/v1/imports"))
                .header("Authorization", "Bearer " + payqual.token())
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(roster))
                .build();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(accepted(http, request), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode read = JsonMapper.shared().readTree(line);
                if (read.has("end")) {
                    return read.path("end");
                }
                if (point.reached(read.path("progress"))) {
                    kill.now();
                    http.shutdownNow();
                    return read;
                }
            }
            throw new AssertionError("an answer without an end");
        } catch (IOException killed) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Sends the file until it is taken: not while the database is away, or two files are still on their way. */
    private static InputStream accepted(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        while (answer.statusCode() == UNAVAILABLE) {
            LockSupport.parkNanos(PAUSE_NS);
            answer = http.send(request, BodyHandlers.ofInputStream());
        }
        return answer.body();
    }

    private static long count(ChildPayqual payqual, String event) throws IOException {
        return JdbcClient.create(payqual.projector())
                .sql("select count(*) from ledger.domain_event_entry where payload_type = :event")
                .param("event", event)
                .query(Long.class)
                .single();
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of(Uploads.ROSTER));
        for (int i = 0; i < ROWS; i++) {
            rows.add(Uploads.row("示例", Uploads.number(), "K1"));
        }
        return rows;
    }

    private static byte[] byFastexcel(List<String> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "payqual", null)) {
            Worksheet sheet = workbook.newWorksheet("人员名册");
            for (int row = 0; row < rows.size(); row++) {
                String[] cells = rows.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return file.toByteArray();
    }

    /** Has it written by the program that offices use; every column as text, as long numbers need it. */
    private static byte[] byLibreOffice(String office, List<String> rows) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "import-drill-files"));
        Path text = Files.write(folder.resolve("roster.csv"), rows);
        String columns = IntStream.rangeClosed(1, rows.getFirst().split(",", -1).length)
                .mapToObj(it -> it + "/2")
                .collect(Collectors.joining("/"));
        Process writing = new ProcessBuilder(
                        office,
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--infilter=CSV:44,34,76,1," + columns,
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folder.toString(),
                        text.toString())
                .inheritIO()
                .start();
        assertThat(writing.waitFor()).isZero();
        return Files.readAllBytes(folder.resolve("roster.xlsx"));
    }
}
