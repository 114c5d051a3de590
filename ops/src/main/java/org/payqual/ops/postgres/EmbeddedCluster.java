package org.payqual.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL of our own on the loopback address, for a first run and for tests. It starts with this object
 * and stops with {@link #close()}; when it dies in between it is started again.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

    private static final int USUAL_PORT = 54318;
    private static final int HIGHEST_PORT = 65535;
    private static final String START_SECONDS = "300";
    private static final String STOP_SECONDS = "120";
    private static final int START_ATTEMPTS = 60;
    private static final long START_PAUSE_MS = 500;
    private static final int LAST_LINES = 5;

    /**
     * Given on the command line, where no statement can change them: what is acknowledged is on disk, and the server's
     * own log repeats neither statements nor values.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("timezone", "UTC"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final ClusterFolder folder;
    private final PostgresProgram program;
    private final ClusterPasswords passwords;
    private final int port;
    private boolean closed;
    private @Nullable CompletableFuture<Void> whenGone;

    private EmbeddedCluster(ClusterFolder folder, RunningAccount account, int wantedPort) throws IOException {
        this.folder = folder;
        account.requireReach(folder.path());
        Files.deleteIfExists(folder.startLog());
        this.program = PostgresProgram.unpack(folder.path(), account);
        this.passwords = ClusterPasswords.of(folder.passwords(), Files.exists(folder.cluster()));
        if (SurvivingServer.of(folder.cluster()).isPresent()) {
            LOG.info("an earlier run was killed and left its database server; stopping that one first");
            stop();
        }
        program.deleteOthers();
        createUnlessThere();
        this.port = freePort(wantedPort);
        startServer();
        LOG.info("PostgreSQL serves on port {} with the data in {}", port, folder.path());
    }

    /**
     * Start the database in the given folder, creating it there the first time.
     *
     * @param data the folder; nothing else lies in it
     * @param port a port of the loopback address, or 0 for the usual one or any free one
     * @throws StartRefused if another process uses the folder, the port is taken, or PostgreSQL cannot run here
     */
    public static EmbeddedCluster start(Path data, int port) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            throw new StartRefused("The embedded PostgreSQL runs on Linux and macOS; set spring.datasource.url to a"
                    + " PostgreSQL of your own.");
        }
        return start(data, port, RunningAccount.find());
    }

    static EmbeddedCluster start(Path data, int port, RunningAccount account) {
        try {
            ClusterFolder folder = ClusterFolder.hold(data);
            try {
                return new EmbeddedCluster(folder, account, port);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefused("The database in " + data.toAbsolutePath() + " cannot be used: " + e, e);
        }
    }

    /** Return the way into the database, prepared with its three roles. */
    public PostgresAccess access() {
        return new PostgresAccess(
                url("payqual"), passwords.owner(), passwords.ledger(), passwords.projector(), passwords.identity());
    }

    /** Return the way in for the server's superuser, who can do everything. */
    Credentials superuser() {
        return passwords.superuser();
    }

    /** Return the URL of a database in this cluster. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Return the server's main process. */
    ProcessHandle server() throws IOException {
        return SurvivingServer.pid(folder.cluster().resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new IOException("the database server is not running"));
    }

    /** Stop the server, rolling back what is still open, and leave the folder to others. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (whenGone != null) {
            whenGone.cancel(false);
        }
        try {
            stop();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createUnlessThere() throws IOException {
        Path cluster = folder.cluster();
        if (Files.exists(cluster)) {
            String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresProgram.MAJOR_VERSION)) {
                throw new StartRefused("The data in " + cluster + " were written by PostgreSQL " + version
                        + ", this program brings " + PostgresProgram.MAJOR_VERSION + "; move them over first.");
            }
            return;
        }
        // Renamed when complete: a half-made cluster is never started.
        Path unfinished = folder.path().resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        Path passwordFile = unfinished.resolveSibling("initial-password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile);
        try {
            program.account().takeOver(unfinished);
            program.account().takeOver(passwordFile);
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(passwordFile, passwords.superuser().password());
            List<String> arguments = List.of(
                    "--pgdata=" + unfinished,
                    "--username=" + passwords.superuser().username(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions");
            if (program.run(folder.startLog(), "initdb", arguments) != 0) {
                throw new StartRefused("PostgreSQL could not create its data: " + lastWords());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        List<String> arguments = List.of(
                "start",
                "-w",
                "-t",
                START_SECONDS,
                "-s",
                "-D",
                folder.cluster().toString(),
                "-o",
                String.join(
                        " ", options.stream().map(option -> "'" + option + "'").toList()));
        for (int attempt = 1; program.run(folder.startLog(), "pg_ctl", arguments) != 0; attempt++) {
            String reason = lastWords();
            if (attempt == START_ATTEMPTS || !reason.contains("still in use")) {
                throw new StartRefused("PostgreSQL did not start: " + reason);
            }
            awaitOrphans();
        }
        try {
            ClusterPreparation.prepare(this, passwords);
        } catch (IOException | RuntimeException e) {
            stop();
            throw e;
        }
        whenGone = server().onExit().thenRun(this::startAgain);
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        LOG.error("the embedded database server is gone without being stopped; starting it again");
        try {
            SurvivingServer.of(folder.cluster());
            startServer();
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded database server cannot be started again", e);
        }
    }

    /** After a kill of the server its last children take a moment to notice, and hold its memory until then. */
    private static void awaitOrphans() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(START_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL to start", e);
        }
    }

    private void stop() throws IOException {
        List<String> arguments = List.of(
                "stop",
                "-m",
                "fast",
                "-w",
                "-t",
                STOP_SECONDS,
                "-s",
                "-D",
                folder.cluster().toString());
        if (program.run(folder.startLog(), "pg_ctl", arguments) != 0
                && SurvivingServer.of(folder.cluster()).isPresent()) {
            throw new IOException("the database server did not stop: " + lastWords());
        }
    }

    private String lastWords() throws IOException {
        try (Stream<String> lines = Files.lines(folder.startLog(), StandardCharsets.UTF_8)) {
            List<String> said = lines.filter(line -> !line.isBlank()).toList();
            return String.join(" | ", said.subList(Math.max(0, said.size() - LAST_LINES), said.size())) + " ("
                    + folder.startLog() + ")";
        }
    }

    private static int freePort(int wanted) throws IOException {
        if (wanted < 0 || wanted > HIGHEST_PORT) {
            throw new StartRefused("payqual.postgres.port is " + wanted + ", which is no port.");
        }
        if (isFree(wanted == 0 ? USUAL_PORT : wanted)) {
            return wanted == 0 ? USUAL_PORT : wanted;
        }
        if (wanted != 0) {
            throw new StartRefused("Port " + wanted + " is taken by another program; set payqual.postgres.port to a"
                    + " free one, or leave it out.");
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
