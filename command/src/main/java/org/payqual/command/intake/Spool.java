package org.payqual.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of the program's own in which a file lies while it is taken, for nobody else to read or change. What a
 * killed program left in it is deleted at the next start.
 */
final class Spool {

    /** The most bytes of a file: half a million rows of a workbook. */
    static final long MOST_BYTES = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private static final String ONLY_OWNER = "rwx------";

    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder where there is none, and empties it. */
    static Spool in(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ONLY_OWNER));
            }
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.upload")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            return new Spool(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("files that are imported cannot be kept in " + folder, e);
        }
    }

    /** A file while it is taken; closing it deletes it. */
    record Spooled(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("a file that was imported could not be deleted; the next start tries again");
            }
        }
    }

    /**
     * Takes a file in as a whole.
     *
     * @param announced how many bytes it has, or a negative number where that was not said
     * @param digest as the sender worked it out, in the form of RFC 9530, where it did
     * @throws ProblemException if something else arrived than was sent
     */
    Spooled take(InputStream body, long announced, @Nullable String digest) throws IOException {
        Spooled file = new Spooled(Files.createTempFile(folder, "", ".upload"));
        boolean kept = false;
        try (DigestInputStream in = new DigestInputStream(body, sha256());
                OutputStream out = Files.newOutputStream(file.path())) {
            long size = copy(in, out);
            if (announced >= 0 && size < announced) {
                throw malformed("body-incomplete", "文件未完整到达。", "The file did not arrive whole.");
            }
            if (digest != null && !digest.equals(written(in.getMessageDigest()))) {
                throw malformed(
                        "digest-differs",
                        "到达的文件与 Content-Digest 不符：文件在传送时被改动，或该请求头不是 sha-256。",
                        "What arrived is not what Content-Digest says: it was changed on the way, or the header is not sha-256.");
            }
            kept = true;
            return file;
        } finally {
            if (!kept) {
                file.close();
            }
        }
    }

    /** Writes a digest as the header has it. */
    static String written(MessageDigest sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256.digest()) + ":";
    }

    private static long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw malformed(
                            "file-too-large",
                            "文件不得超过 " + (MOST_BYTES >> 20) + " MiB，请分为几个文件。",
                            "A file must not exceed " + (MOST_BYTES >> 20) + " MiB; divide it.");
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw malformed("body-incomplete", "文件未完整到达。", "The file did not arrive whole.");
        }
        return size;
    }

    private static ProblemException malformed(String code, String zh, String en) {
        return new ProblemException(new Problem.Malformed(code, null, zh, en));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
