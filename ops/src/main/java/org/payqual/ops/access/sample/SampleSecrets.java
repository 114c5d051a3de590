package org.payqual.ops.access.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.postgres.StartRefused;

/**
 * What the sample's issuer keeps secret: its signing key and its clients' secrets, drawn at random once for each data
 * folder and kept in a file that only its owner can read.
 *
 * @param key with which tokens are signed
 * @param clients the secret of the client of each role
 */
record SampleSecrets(RSAKey key, Map<Role, String> clients) {

    private static final int KEY_BITS = 2048;
    private static final int SECRET_BYTES = 24;
    private static final String ONLY_OWNER = "rw-------";
    private static final String KEY = "signing-key";

    /**
     * Reads the secrets, or draws them when there are none yet.
     *
     * @throws StartRefused if the file is damaged or others could have read it
     */
    static SampleSecrets in(Path folder) {
        Path file = folder.resolve("clients.properties");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file, drawn());
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .equals(ONLY_OWNER)) {
                throw new StartRefused("其他人可以读取 " + file + "；请删除它，程序会另取新的密钥 / Others can read " + file
                        + "; delete it, and new secrets are drawn.");
            }
            return read(file);
        } catch (IOException | JOSEException e) {
            throw new StartRefused(
                    "样例的密钥无法保存在 " + folder + " / The sample's secrets cannot be kept in " + folder + ".", e);
        }
    }

    @Override
    public String toString() {
        return "SampleSecrets";
    }

    private static SampleSecrets read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
        Map<Role, String> clients = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            clients.put(role, required(file, lines, SampleClient.of(role).id()));
        }
        try {
            return new SampleSecrets(RSAKey.parse(required(file, lines, KEY)), clients);
        } catch (ParseException e) {
            throw new StartRefused(file + " is damaged; delete it, and new secrets are drawn.");
        }
    }

    private static String required(Path file, Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new StartRefused(file + " lacks " + name + "; delete it, and new secrets are drawn.");
        }
        return value;
    }

    private static Properties drawn() throws JOSEException {
        SecureRandom random = new SecureRandom();
        Properties lines = new Properties();
        lines.setProperty(
                KEY,
                new RSAKeyGenerator(KEY_BITS)
                        .keyID(UUID.randomUUID().toString())
                        .generate()
                        .toJSONString());
        for (Role role : Role.values()) {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            lines.setProperty(
                    SampleClient.of(role).id(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return lines;
    }

    private static void write(Path file, Properties lines) throws IOException {
        StringWriter text = new StringWriter();
        lines.store(text, "Clients of the sample's issuer, each with its secret, and the issuer's signing key.");
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
        Files.writeString(unfinished, text.toString(), StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
