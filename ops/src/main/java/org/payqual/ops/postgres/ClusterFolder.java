package org.payqual.ops.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of the embedded database, held by one process at a time.
 *
 * <p>In it lie {@code cluster} (PostgreSQL's own data folder), {@code passwords.properties}, the unpacked programs,
 * {@code start.log} and {@code lock}. The lock is the kernel's and goes with the process, however it ends.
 */
final class ClusterFolder implements AutoCloseable {

    private static final String OWN_PROCESS =
            Long.toString(ProcessHandle.current().pid());

    /**
     * The folders that this process holds. Their lock files it must not open again: a process loses its lock as soon as
     * it closes the file anywhere, and another process would take the running server for one left behind, and stop it.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private ClusterFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Create the folder if need be, and hold it.
     *
     * @throws StartRefused if another process holds it
     */
    static ClusterFolder hold(Path wanted) throws IOException {
        Path folder = Files.createDirectories(wanted.toAbsolutePath().normalize());
        // Others may pass through, as an account that root steps down to must; they can list and read nothing.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        if (!HELD_HERE.add(folder)) {
            throw heldBy(OWN_PROCESS, folder);
        }
        try {
            return hold(folder, OWN_PROCESS);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    private static ClusterFolder hold(Path folder, String process) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            StartRefused refused = heldBy(read(channel), folder);
            channel.close();
            throw refused;
        }
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new ClusterFolder(folder, channel, lock);
    }

    /** Tell whether some process holds the folder at this moment. */
    static boolean isHeld(Path wanted) {
        return holder(wanted.toAbsolutePath().normalize()).isPresent();
    }

    /**
     * Make sure that no process holds the folder at this moment, and leave it as it is.
     *
     * @throws StartRefused if one does
     */
    static void requireFree(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        Optional<String> holder = holder(folder);
        if (holder.isPresent()) {
            throw heldBy(holder.get(), folder);
        }
    }

    private static StartRefused heldBy(String holder, Path folder) {
        return new StartRefused(
                "另一个 payqual（进程 " + holder + "）正在使用 " + folder
                        + " 中的数据；请先停止它，或用 PAYQUAL_DATA 换一个数据文件夹，并用 --server.port 换一个端口 / another payqual is running with the data in "
                        + folder + " (process " + holder
                        + "); stop it first, or choose another data folder with PAYQUAL_DATA, and another port with --server.port.");
    }

    private static Optional<String> holder(Path folder) {
        if (HELD_HERE.contains(folder)) {
            return Optional.of(OWN_PROCESS);
        }
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null ? Optional.of(read(channel)) : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartRefused(folder + " 中的数据库无法使用 / The database in " + folder + " cannot be used: " + e, e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return holder.isEmpty() ? "unknown" : holder;
    }

    Path path() {
        return folder;
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path passwords() {
        return folder.resolve("passwords.properties");
    }

    Path startLog() {
        return folder.resolve("start.log");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
