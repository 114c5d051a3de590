package org.payqual.ops.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.payqual.command.intake.Apply;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.store.OpenedLedger;
import org.payqual.ops.upload.StableCopy;
import org.payqual.ops.upload.UploadClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Fills a sample ledger that is empty with the files of {@code sample/}: hands them in by HTTP as anyone would, while
 * the program serves already. Broken off, the next start goes on; once it is done, what becomes of the sample is left
 * alone.
 */
final class SampleFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SampleFiles.class);

    private record Given(String file, Role by) {}

    private static final List<Given> FILES = List.of(
            new Given("institutions.csv", Role.AGENCY),
            new Given("roster-hospitals.csv", Role.AGENCY),
            new Given("roster-pharmacies.csv", Role.AGENCY),
            new Given("penalties.csv", Role.DEPARTMENT),
            new Given("decisions.csv", Role.AGENCY));

    private final OpenedLedger ledger;
    private final ObjectProvider<SampleTokens> tokens;
    private final JdbcClient jdbc;
    private final Path mark;

    /**
     * Creates what fills the ledger.
     *
     * @param mark a file that is there while the sample is being loaded
     */
    SampleFiles(OpenedLedger ledger, ObjectProvider<SampleTokens> tokens, JdbcClient jdbc, Path mark) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.mark = mark;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (ledger.sample()
                && ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && (isEmpty() || Files.exists(mark))) {
            URI address = URI.create("http://127.0.0.1:" + web.getWebServer().getPort());
            // Where another issuer is trusted nobody here may hand anything in.
            tokens.ifAvailable(
                    it -> Thread.ofPlatform().name("sample-files").daemon().start(() -> load(address, it, System.out)));
        }
    }

    private boolean isEmpty() {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM ledger.domain_event_entry
                          WHERE payload_type IN ('institution.designated', 'person.identified'))
                        """).query(Boolean.class).single();
    }

    private void load(URI address, SampleTokens own, PrintStream terminal) {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            terminal.println("样例正在载入 / loading the sample");
            terminal.flush();
            Files.writeString(mark, "");
            long rows = 0;
            for (Given given : FILES) {
                rows += send(new UploadClient(http, address, own.tokenFor(given.by())), given.file());
            }
            Files.deleteIfExists(mark);
            terminal.println("样例已载入 / sample loaded: " + rows + " 行 rows");
            terminal.flush();
        } catch (ClientFailed e) {
            LOG.warn("the sample is not loaded whole, the next start goes on: {}", e.sentence());
        } catch (IOException e) {
            LOG.warn(
                    "the sample is not loaded whole, the next start goes on: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static long send(UploadClient client, String name) throws IOException, ClientFailed {
        Path file = Files.createTempFile("payqual", ".csv");
        try (InputStream shipped = SampleFiles.class.getResourceAsStream("/sample/" + name)) {
            if (shipped == null) {
                throw new IOException("a file of the sample is missing");
            }
            Files.write(file, shipped.readAllBytes());
            long[] rows = {0};
            try (StableCopy copy = StableCopy.of(file)) {
                client.send(copy, Apply.WHOLE, line -> rows[0] += recorded(name, line));
            }
            return rows[0];
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static long recorded(String name, JsonNode line) {
        JsonNode end = line.path("end");
        if (end.isObject()
                && (end.path("bad").asLong() > 0 || !end.path("complete").asBoolean(false))) {
            LOG.warn("a file of the sample is not taken whole: {}", name);
        }
        return end.path("recorded").asLong(0) + end.path("onRecord").asLong(0);
    }
}
