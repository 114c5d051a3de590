package org.payqual.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts and stops the server of one cluster folder. To be used only by whoever holds the folder. */
final class ServerProcess {

    private static final String START_SECONDS = "300";
    private static final String STOP_SECONDS = "120";
    private static final int START_ATTEMPTS = 60;
    private static final long PAUSE_MS = 500;
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

    ServerProcess(ClusterFolder folder, PostgresProgram program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * Make a new cluster that trusts nobody without a password.
     *
     * @param target where; nothing is there yet
     */
    void create(Path target, Credentials superuser) throws IOException {
        Files.createDirectory(target);
        Path passwordFile = target.resolveSibling("initial-password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, ClusterPasswords.OWNER_ONLY);
        try {
            Files.writeString(passwordFile, superuser.password());
            program.account().takeOver(target);
            program.account().takeOver(passwordFile);
            List<String> arguments = List.of(
                    "--pgdata=" + target,
                    "--username=" + superuser.username(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions");
            if (program.run(folder.startLog(), "initdb", arguments) != 0) {
                throw new StartRefused("PostgreSQL 未能建立数据 / PostgreSQL could not create its data: " + lastWords());
            }
        } finally {
            Files.delete(passwordFile);
        }
    }

    /**
     * Start the server and wait until it answers.
     *
     * @return its main process
     * @throws StartRefused if it does not start
     */
    ProcessHandle start(int port) throws IOException {
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        List<String> quoted = options.stream().map(option -> "'" + option + "'").toList();
        List<String> arguments =
                List.of("start", "-w", "-t", START_SECONDS, "-s", "-D", cluster(), "-o", String.join(" ", quoted));
        for (int attempt = 1; program.run(folder.startLog(), "pg_ctl", arguments) != 0; attempt++) {
            String reason = lastWords();
            // After a kill of the server its last children take a moment to notice, and hold its memory until then.
            if (attempt == START_ATTEMPTS || !reason.contains("still in use")) {
                throw new StartRefused("PostgreSQL 未能启动 / PostgreSQL did not start: " + reason);
            }
            pause();
        }
        return process();
    }

    /** Return the server's main process. */
    ProcessHandle process() throws IOException {
        return SurvivingServer.of(folder.cluster())
                .orElseThrow(() -> new IOException("the database server is not running"));
    }

    /** Stop the server if one runs, rolling back what is still open. */
    void stop() throws IOException {
        if (SurvivingServer.of(folder.cluster()).isEmpty()) {
            return;
        }
        List<String> arguments = List.of("stop", "-m", "fast", "-w", "-t", STOP_SECONDS, "-s", "-D", cluster());
        if (program.run(folder.startLog(), "pg_ctl", arguments) != 0
                && SurvivingServer.of(folder.cluster()).isPresent()) {
            throw new IOException("the database server did not stop: " + lastWords());
        }
    }

    /** Wait a moment before the next attempt at something that cannot be waited for. */
    static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private String cluster() {
        return folder.cluster().toString();
    }

    private String lastWords() throws IOException {
        try (Stream<String> lines = Files.lines(folder.startLog(), StandardCharsets.UTF_8)) {
            List<String> said = lines.filter(line -> !line.isBlank()).toList();
            return String.join(" | ", said.subList(Math.max(0, said.size() - LAST_LINES), said.size())) + " ("
                    + folder.startLog() + ")";
        }
    }
}
