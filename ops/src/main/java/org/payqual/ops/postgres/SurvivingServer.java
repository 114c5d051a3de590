package org.payqual.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the server that an application left running when it was killed.
 *
 * <p>PostgreSQL notes its process number in {@code postmaster.pid}. After a restart of the machine, and in containers
 * often, some other process has that number, and PostgreSQL would refuse to start because of it.
 */
final class SurvivingServer {

    private static final Logger LOG = LoggerFactory.getLogger(SurvivingServer.class);

    private SurvivingServer() {}

    /**
     * Return the process that serves this cluster; a note that names any other process is taken away. To be called only
     * by whoever holds the folder.
     *
     * @throws StartRefused if it cannot be told whether the named process is ours
     */
    static Optional<ProcessHandle> of(Path cluster) throws IOException {
        Path note = cluster.resolve("postmaster.pid");
        Optional<ProcessHandle> named = pid(note).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        ProcessHandle.Info info = named.get().info();
        if (hasEnded(named.get())) {
            Files.delete(note);
            return Optional.empty();
        }
        if (info.command().isPresent() && !info.command().get().matches(".*/postgres( \\(deleted\\))?")) {
            LOG.info(
                    "process {} has the number of a database server that is gone",
                    named.get().pid());
            Files.delete(note);
            return Optional.empty();
        }
        if (info.arguments().isEmpty()) {
            throw new StartRefused("进程 " + named.get().pid() + " 可能是上次运行留下的 " + cluster
                    + " 的数据库服务器；请停止它再启动 payqual / Process " + named.get().pid() + " may be the database server of "
                    + cluster
                    + ", left by an earlier run; stop it and start payqual again.");
        }
        if (!Arrays.asList(info.arguments().get()).contains(cluster.toString())) {
            Files.delete(note);
            return Optional.empty();
        }
        return named;
    }

    /** Tell whether a process only waits to be buried, as in a container whose first process buries none. */
    private static boolean hasEnded(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
        return Files.exists(status) && Files.readString(status).matches("(?s).*\\) [ZX] .*");
    }

    private static Optional<Long> pid(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        // The other lines hold paths, in whatever encoding the system has.
        List<String> lines = Files.readAllLines(note, StandardCharsets.ISO_8859_1);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            throw new StartRefused(note + " 已损坏（断电可能造成），无法判断是否仍有 PostgreSQL 在使用这些数据；如果没有，请删除该文件再启动"
                    + " payqual / " + note
                    + " is damaged, as a power failure may leave it, so it cannot be told whether a"
                    + " PostgreSQL still runs with these data. If none does, remove the file and start payqual again.");
        }
        return Optional.of(Long.valueOf(lines.getFirst().strip()));
    }
}
