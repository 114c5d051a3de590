package org.payqual.ops.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that came with this one, unpacked.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param account as whom they run
 */
record PostgresProgram(Path folder, RunningAccount account) {

    /** The major version of the binaries named in the parent pom. */
    static final String MAJOR_VERSION = "18";

    private static final String PREFIX = "program-";
    private static final int NAME_BYTES = 4;
    private static final long LONGEST_RUN_MINUTES = 10;

    /**
     * Unpack the programs for this machine under the given folder, unless they are there.
     *
     * @throws StartRefused if there are none for this kind of machine
     */
    static PostgresProgram unpack(Path parent, RunningAccount account) throws IOException {
        Path folder = parent.resolve(folderName());
        if (!Files.exists(folder)) {
            // Renamed when complete: half a program is never taken for a whole one.
            Path unfinished = parent.resolve("program.new");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectory(unfinished);
            try (InputStream packed = binaries()) {
                untar(packed, unfinished);
            }
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresProgram(folder, account);
    }

    /** Return the name of the folder, which is another one for other binaries. */
    static String folderName() throws IOException {
        try (InputStream packed = binaries()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            packed.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return PREFIX + HexFormat.of().formatHex(sha256.digest(), 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Delete the programs of earlier versions. To be called when none of them runs. */
    void deleteOthers() throws IOException {
        try (DirectoryStream<Path> programs = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
            for (Path program : programs) {
                if (!program.equals(folder)) {
                    FileSystemUtils.deleteRecursively(program);
                }
            }
        }
    }

    /**
     * Run one of the programs to its end.
     *
     * @param output where its output goes
     * @return its exit code
     */
    int run(Path output, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // The server outlives the call that starts it and keeps what it inherits: a file, never a pipe of this JVM.
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        try {
            if (!process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IOException(program + " did not end within " + LONGEST_RUN_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        }
    }

    private static InputStream binaries() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "没有适用于 " + system + "、" + architecture
                            + " 的自带 PostgreSQL；请用 spring.datasource.url 指明您自己的 PostgreSQL"
                            + " / There is no embedded PostgreSQL for " + system + " on " + architecture
                            + "; set spring.datasource.url to a PostgreSQL of your own.",
                    e);
        }
    }

    private static void untar(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new UncheckedIOException(new IOException("archive entry outside its folder"));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
