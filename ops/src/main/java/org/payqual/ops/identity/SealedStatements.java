package org.payqual.ops.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.keys.KeyedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Free texts in PostgreSQL, salt and text sealed together by the key of the person or stream that they are about. */
final class SealedStatements implements Statements {

    private static final int SALT_BYTES = 32;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyedTransaction transaction;
    private final JdbcClient jdbc;
    private final DataKeys dataKeys;
    private final JoinedRecords joined;

    SealedStatements(KeyedTransaction transaction, JdbcClient jdbc, DataKeys dataKeys, JoinedRecords joined) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.dataKeys = dataKeys;
        this.joined = joined;
    }

    @Override
    public String digestOf(StreamType stream, String id, String text) {
        byte[] salted = salted(text);
        byte[] digest = sha256(salted);
        Owner owner = Owner.of(stream, id);
        return transaction.within(status -> {
            DataKey.Usable key = keyOf(owner);
            jdbc.sql("insert into identity.statement (digest, owner, generation, sealed)"
                            + " values (:digest, :owner, :generation, :sealed)")
                    .param("digest", digest)
                    .param("owner", owner.text())
                    .param("generation", key.generation())
                    .param(
                            "sealed",
                            key.sealer().seal(owner, field(digest), 1, salted).content())
                    .update();
            return HexFormat.of().formatHex(digest);
        });
    }

    /** A stream gets its key with its first text; a person has one, or is nobody. */
    private DataKey.Usable keyOf(Owner owner) {
        DataKey key =
                owner.isPerson() && dataKeys.of(owner, DataKeys.Hold.SHARED).newest() instanceof DataKey.Absent none
                        ? none
                        : dataKeys.usable(owner);
        return switch (key) {
            case DataKey.Usable usable -> usable;
            case DataKey.Destroyed erased ->
                throw new IdentityFault(IdentityFault.Kind.ERASED, owner.text() + " was erased");
            default -> throw new IdentityFault(IdentityFault.Kind.UNKNOWN, owner.text() + " is not known");
        };
    }

    @Override
    public Statement read(StreamType stream, String id, String digest) {
        Owner owner = Owner.of(stream, id);
        if (!DIGEST.matcher(digest).matches()) {
            return new Statement.Unknown();
        }
        byte[] bytes = HexFormat.of().parseHex(digest);
        return transaction.within(status -> jdbc.sql("select owner, generation, sealed, recorded_at"
                        + " from identity.statement where digest = :digest and owner = any(:owners)")
                .param("digest", bytes)
                .param("owners", joined.allOf(owner).stream().map(Owner::text).toArray(String[]::new))
                .query((row, number) -> new Found(
                        new Owner(row.getString("owner")),
                        row.getInt("generation"),
                        SealedBytes.of(row, "sealed"),
                        row.getObject("recorded_at", OffsetDateTime.class)))
                .optional()
                .map(found -> open(bytes, found))
                .orElseGet(Statement.Unknown::new));
    }

    private Statement open(byte[] digest, Found found) {
        Owner owner = found.owner();
        return switch (dataKeys.of(owner, DataKeys.Hold.NONE).of(found.generation())) {
            case DataKey.Usable key -> {
                byte[] salted = key.sealer().open(owner, field(digest), 1, found.content());
                yield new Statement.Kept(
                        new String(salted, SALT_BYTES, salted.length - SALT_BYTES, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(salted, 0, SALT_BYTES),
                        found.recordedAt().toInstant());
            }
            case DataKey.Destroyed erased -> new Statement.Erased(erased.at());
            case DataKey.Lost lost -> new Statement.Unreadable();
            case DataKey.Absent none -> new Statement.Unknown();
        };
    }

    private static byte[] salted(String text) {
        byte[] canonical = utf8(Normalizer.normalize(text, Normalizer.Form.NFC));
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a text is blank or longer than " + LONGEST + " characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] salted = Arrays.copyOf(salt, SALT_BYTES + canonical.length);
        System.arraycopy(canonical, 0, salted, SALT_BYTES, canonical.length);
        return salted;
    }

    /** Encodes strictly: half a character would become a question mark, and the digest that of another text. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException halfCharacter) {
            throw new IllegalArgumentException("a text holds half a character");
        }
    }

    private static String field(byte[] digest) {
        return "statement " + HexFormat.of().formatHex(digest);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("SHA-256 is not available", everyJdkHasIt);
        }
    }

    private record Found(Owner owner, int generation, SealedBytes content, OffsetDateTime recordedAt) {}
}
