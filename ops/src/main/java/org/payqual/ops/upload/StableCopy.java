package org.payqual.ops.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.payqual.ops.client.ClientFailed;

/**
 * A copy of a file as it was at one moment, in a folder that only this user can read. What is checked, handed in and
 * reported is the copy, so that somebody who goes on editing spoils nothing.
 *
 * @param path of the copy
 * @param digest of the file, in the form of RFC 9530
 */
public record StableCopy(Path path, String digest) implements AutoCloseable {

    /**
     * Copies a file.
     *
     * @throws ClientFailed if it cannot be read, or was changed meanwhile
     */
    public static StableCopy of(Path file) throws ClientFailed {
        try {
            if (Files.isDirectory(file)) {
                throw new ClientFailed("这是文件夹，不是文件 / this is a folder, no file");
            }
            return copied(file, Files.createTempDirectory("payqual").resolve("upload"));
        } catch (NoSuchFileException e) {
            throw new ClientFailed("没有文件 " + file + " / there is no file " + file);
        } catch (AccessDeniedException e) {
            throw new ClientFailed("无权读取该文件 / the file may not be read");
        } catch (IOException e) {
            throw new ClientFailed("文件无法读取 / the file cannot be read");
        }
    }

    private static StableCopy copied(Path file, Path copy) throws IOException, ClientFailed {
        boolean kept = false;
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            byte[] first;
            try (OutputStream out = Files.newOutputStream(copy)) {
                first = digest(file, out);
            }
            byte[] second = digest(file, OutputStream.nullOutputStream());
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            boolean same = Arrays.equals(first, second)
                    && before.size() == after.size()
                    && before.lastModifiedTime().equals(after.lastModifiedTime());
            if (!same) {
                throw new ClientFailed("文件在读取时被改动或替换，请关闭正在编辑它的程序后重试"
                        + " / the file was changed or replaced while it was read; close what edits it and try again");
            }
            kept = true;
            return new StableCopy(copy, "sha-256=:" + Base64.getEncoder().encodeToString(first) + ":");
        } finally {
            if (!kept) {
                new StableCopy(copy, "").close();
            }
        }
    }

    private static byte[] digest(Path file, OutputStream out) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Path folder = path.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // It lies where only this user can read it, and goes with all temporary files.
        }
    }
}
