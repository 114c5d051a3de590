package org.payqual.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
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

    private final ClusterFolder folder;
    private final ServerProcess server;
    private final ClusterPasswords passwords;
    private final int port;
    private volatile boolean closed;
    private @Nullable CompletableFuture<Void> whenGone;

    private EmbeddedCluster(ClusterFolder folder, RunningAccount account, int wantedPort) throws IOException {
        this.folder = folder;
        account.requireReach(folder.path());
        Files.deleteIfExists(folder.startLog());
        PostgresProgram program = PostgresProgram.unpack(folder.path(), account);
        this.server = new ServerProcess(folder, program);
        this.passwords = ClusterPasswords.of(folder.passwords(), Files.exists(folder.cluster()));
        if (SurvivingServer.of(folder.cluster()).isPresent()) {
            LOG.info("an earlier run was killed and left its database server; stopping that one first");
            server.stop();
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
            throw new StartRefused("自带的 PostgreSQL 只能在 Linux 和 macOS 上运行；请用 spring.datasource.url 指明您自己的"
                    + " PostgreSQL / The embedded PostgreSQL runs on Linux and macOS; set spring.datasource.url to a"
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
            throw new StartRefused(
                    data.toAbsolutePath() + " 中的数据库无法使用 / The database in " + data.toAbsolutePath()
                            + " cannot be used: " + e,
                    e);
        }
    }

    /**
     * Make sure that nobody uses a folder at this moment.
     *
     * @throws StartRefused if another process does, as {@link #start} would say later
     */
    public static void requireFree(Path data) {
        ClusterFolder.requireFree(data);
    }

    /** Return the way into the database, prepared with its roles. */
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
        return server.process();
    }

    /** Stop the server, rolling back what is still open, and leave the folder to others. */
    @Override
    public void close() {
        closed = true;
        // Waits for a restart that was begun, which sees that it is no longer wanted.
        synchronized (this) {
            if (whenGone == null) {
                return;
            }
            whenGone.cancel(false);
            whenGone = null;
            try {
                server.stop();
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void createUnlessThere() throws IOException {
        Path cluster = folder.cluster();
        if (!Files.exists(cluster)) {
            // Renamed when complete: a half-made cluster is never started.
            Path unfinished = folder.path().resolve("cluster.new");
            FileSystemUtils.deleteRecursively(unfinished);
            server.create(unfinished, passwords.superuser());
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresProgram.MAJOR_VERSION)) {
            throw new StartRefused(cluster + " 中的数据由 PostgreSQL " + version + " 写成，本程序自带 "
                    + PostgresProgram.MAJOR_VERSION + "；请先迁移 / The data in " + cluster + " were written by PostgreSQL "
                    + version
                    + ", this program brings " + PostgresProgram.MAJOR_VERSION + "; move them over first.");
        }
    }

    private synchronized void startServer() throws IOException {
        ProcessHandle process = server.start(port);
        try {
            ClusterPreparation.prepare(this, passwords);
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
        whenGone = process.onExit().thenRun(this::startAgain);
    }

    private synchronized void startAgain() {
        if (!closed) {
            LOG.error("the embedded database server is gone without being stopped; starting it again");
        }
        while (!closed) {
            try {
                // One that came up but was not recognised in time.
                server.stop();
                whenGone = server.start(port).onExit().thenRun(this::startAgain);
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("the embedded database server cannot be started; trying again", e);
                waitAMoment();
            }
        }
    }

    private void waitAMoment() {
        try {
            ServerProcess.pause();
        } catch (IOException e) {
            closed = true;
        }
    }

    private static int freePort(int wanted) throws IOException {
        if (wanted < 0 || wanted > HIGHEST_PORT) {
            throw new StartRefused("payqual.postgres.port 的值 " + wanted + " 不是端口 / payqual.postgres.port is " + wanted
                    + ", which is no port.");
        }
        if (isFree(wanted == 0 ? USUAL_PORT : wanted)) {
            return wanted == 0 ? USUAL_PORT : wanted;
        }
        if (wanted != 0) {
            throw new StartRefused("端口 " + wanted + " 已被其他程序占用；请把 payqual.postgres.port 设为空闲端口，或不设"
                    + " / Port " + wanted + " is taken by another program; set payqual.postgres.port to a"
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
