package org.payqual.ops.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A folder with one file for each key, as in {@code keys/master-1.key}, for its owner alone. */
public final class KeyFolder implements KeySource {

    private static final String ENDING = ".key";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private final Path folder;
    private final boolean mayAdd;

    /**
     * Takes a folder that need not exist yet.
     *
     * @param folder where the files lie
     * @param mayAdd whether the program may write new keys there
     */
    public KeyFolder(Path folder, boolean mayAdd) {
        this.folder = folder;
        this.mayAdd = mayAdd;
    }

    @Override
    public List<SecretKey> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<SecretKey> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                requireGuarded(file);
                keys.add(named(file, KeyText.read(Files.readString(file), file.toString())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key folder " + folder + " cannot be read.", unreadable);
        }
        return keys;
    }

    @Override
    public void add(SecretKey key) {
        if (!mayAdd) {
            throw new KeyFault(
                    KeyFault.Kind.NONE_GIVEN,
                    "需要密钥 " + key.id() + "；请用 `payqual new-key " + key.id() + "` 生成并放到 " + placeOf(key.id())
                            + " / The key " + key.id() + " is needed; make it by `payqual new-key " + key.id()
                            + "` and put it at " + placeOf(key.id()) + ".");
        }
        try {
            write(key);
        } catch (IOException failed) {
            throw new UncheckedIOException("The key " + key.id() + " cannot be written to " + folder + ".", failed);
        }
    }

    @Override
    public String placeOf(KeyId id) {
        return folder.resolve(id + ENDING).toString();
    }

    /** Writes beside, forces to disk, then renames: a file with this ending is whole or not there. */
    private void write(SecretKey key) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, onlyOwner(posix, "rwx------"));
        Path whole = folder.resolve(key.id() + ENDING);
        Path beside = Files.createTempFile(folder, key.id() + "-", ".new", onlyOwner(posix, "rw-------"));
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(KeyText.of(key) + "\n"));
            channel.force(true);
        }
        if (Files.exists(whole)) {
            Files.delete(beside);
            throw new IOException("the file exists");
        }
        Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
        if (posix) {
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        }
    }

    private static FileAttribute<?>[] onlyOwner(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void requireGuarded(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new KeyFault(
                    KeyFault.Kind.EXPOSED,
                    file + " can be read or changed by others. Run: chmod 600 " + file
                            + "; if others may have read it, change the key afterwards.");
        }
    }

    private static SecretKey named(Path file, SecretKey key) {
        if (!file.getFileName().toString().equals(key.id() + ENDING)) {
            throw new KeyFault(
                    KeyFault.Kind.WRONG, file + " holds the key " + key.id() + ". Give the file its key's name.");
        }
        return key;
    }
}
