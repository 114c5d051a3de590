package org.payqual.ops.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.payqual.ops.PayqualApplication;
import org.payqual.ops.client.ClientFailed;
import org.payqual.ops.client.Login;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole program in a process of its own, which can be killed; callers go on asking until they are answered. */
final class ChildPayqual implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("ready: http://127\\.0\\.0\\.1:([0-9]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NS = Duration.ofMillis(50).toNanos();
    private static final int GIVEN_UP_AFTER_S = 20;
    private static final int PORT_LINE = 3;

    private final Path data;
    private final boolean withSample;
    private final AtomicLong answers = new AtomicLong();
    private volatile Process process;
    private volatile int port;
    private volatile String token;

    private ChildPayqual(Path data, boolean withSample) {
        this.data = data.toAbsolutePath();
        this.withSample = withSample;
        startAgain();
    }

    /** Starts on a new ledger in a folder. */
    static ChildPayqual start(Path data) throws IOException {
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        return new ChildPayqual(data, false);
    }

    /** Starts on a new ledger in a folder, which the program fills with its sample. */
    static ChildPayqual startWithSample(Path data) throws IOException {
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        return new ChildPayqual(data, true);
    }

    /** Starts the program on what its folder holds. */
    void startAgain() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-Dfile.encoding=UTF-8",
                            "-Dstdout.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PayqualApplication.class.getName(),
                            withSample ? "--payqual.announce=true" : "--no-sample",
                            "--server.port=0",
                            "--payqual.postgres.data=" + data.resolve("postgres"),
                            "--payqual.keys.folder=" + data.resolve("keys"),
                            "--payqual.imports.folder=" + data.resolve("imports"),
                            "--payqual.access.sample-folder=" + data.resolve("sample-issuer"))
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            StringBuilder all = new StringBuilder();
            port = Integer.parseInt(find(said, ADDRESS, all));
            token = login();
            Thread.ofVirtual().start(() -> readOn(said, data.resolve("program.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String login() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Login.sample(
                    http,
                    URI.create("http://127.0.0.1:" + port),
                    data.resolve("sample-issuer/clients.properties"),
                    "agency",
                    null);
        } catch (ClientFailed e) {
            throw new IllegalStateException(e.sentence(), e);
        }
    }

    /** Gives the port of the program that runs now. */
    int port() {
        return port;
    }

    /** Gives a token of the agency. */
    String token() {
        return token;
    }

    /** Kills the program as the kernel would, without a word. */
    void killProgram() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills the database server the same way; the program starts it again by itself. */
    void killDatabase() throws IOException {
        Path note = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Tells whether the program has said something since it was first started. */
    boolean said(String words) throws IOException {
        Path log = data.resolve("program.log");
        return Files.exists(log) && Files.readString(log).contains(words);
    }

    /** Opens connections to the database that is running now, with the rights of who keeps the read models. */
    DataSource projector() throws IOException {
        Path folder = data.resolve("postgres");
        Properties passwords = new Properties();
        try (Reader written = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(written);
        }
        String port = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/payqual",
                "payqual_projector",
                passwords.getProperty("projector"));
    }

    /** Waits until so many further commands were answered. */
    void awaitAnswers(long more) {
        long wanted = answers.get() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers.get() < wanted && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Sends a command until it is answered for good: with the same key, as the program asks for. */
    Answer untilAnswered(String path, String key, String body) {
        Answer answer = until(() -> Call.post(port, "/api/v1" + path, body).with("Idempotency-Key", key));
        answers.incrementAndGet();
        return answer;
    }

    /** Asks until there is an answer. */
    JsonNode untilRead(String path) {
        return until(() -> Call.get(port, "/api/v1" + path)).json();
    }

    private Answer until(java.util.function.Supplier<Call> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Answer answer = call.get().as(token).answer();
                if (answer.status() < 500) {
                    return answer;
                }
                if (answer.status() != 503) {
                    throw new AssertionError("a fault of the program: " + answer.text());
                }
            } catch (UncheckedIOException gone) {
                // The program is being killed or started; the same request goes out again.
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        throw new AssertionError("no answer within " + PATIENCE);
    }

    /** A pipe that nobody reads would stop the program; one that breaks is a program that was killed. */
    private static void readOn(BufferedReader said, Path log) {
        try (Writer kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                kept.write(line + "\n");
                kept.flush();
            }
        } catch (IOException killed) {
            // As wanted.
        }
    }

    private static String find(BufferedReader said, Pattern wanted, StringBuilder all) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher matcher = wanted.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IllegalStateException("the program ended before it was ready:\n" + all);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GIVEN_UP_AFTER_S, TimeUnit.SECONDS)) {
                killProgram();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
