package org.payqual.ops.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The embedded database's passwords: drawn at random once, kept in a file that only its owner can read. */
record ClusterPasswords(
        Credentials superuser, Credentials owner, Credentials ledger, Credentials projector, Credentials identity) {

    /** Makes a file that nobody else can read, from its first moment. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int PASSWORD_BYTES = 24;

    /**
     * Read the passwords, or draw them when there is no cluster yet.
     *
     * @param clusterExists whether a cluster is there that knows only its own passwords
     * @throws StartRefused if it is and the file is missing or incomplete
     */
    static ClusterPasswords of(Path file, boolean clusterExists) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            passwords.load(new StringReader(Files.readString(file)));
        } else if (!clusterExists) {
            SecureRandom random = new SecureRandom();
            for (String role : new String[] {"superuser", "owner", "ledger", "projector", "identity"}) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                random.nextBytes(bytes);
                passwords.setProperty(role, Base64.getUrlEncoder().encodeToString(bytes));
            }
            write(file, passwords);
        }
        return new ClusterPasswords(
                new Credentials("postgres", password(file, passwords, "superuser")),
                new Credentials("payqual_owner", password(file, passwords, "owner")),
                new Credentials("payqual_ledger", password(file, passwords, "ledger")),
                new Credentials("payqual_projector", password(file, passwords, "projector")),
                new Credentials("payqual_identity", password(file, passwords, "identity")));
    }

    private static String password(Path file, Properties passwords, String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new StartRefused(file + " 中缺少数据库角色 " + role + " 的密码；请从备份中恢复该文件 / The password of the database role "
                    + role + " is missing from " + file + "; bring that file back from a backup.");
        }
        return password;
    }

    private static void write(Path file, Properties passwords) throws IOException {
        StringBuilder text = new StringBuilder("# Passwords of the PostgreSQL beside this file.\n");
        passwords.stringPropertyNames().stream()
                .sorted()
                .forEach(role -> text.append(role)
                        .append('=')
                        .append(passwords.getProperty(role))
                        .append('\n'));
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OWNER_ONLY);
        Files.write(unfinished, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
