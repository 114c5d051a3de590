package org.payqual.ops.keys;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written form of a key, one line: {@code payqual-key master-1 <secret> <fingerprint>}, with the public part before
 * the fingerprint where the key signs. Base64 throughout; the fingerprint finds a line that was cut or changed.
 */
public final class KeyText {

    private static final Pattern LINE = Pattern.compile(
            "payqual-key (?<id>[a-z]+-[0-9]+) (?<secret>[A-Za-z0-9+/=]+)( (?<public>[A-Za-z0-9+/=]+))? (?<check>[0-9a-f]{32})");

    private KeyText() {}

    /** Makes a new random key and gives its written form; it is kept nowhere else. */
    public static String ofNew(KeyId id) {
        return of(SecretKey.random(id));
    }

    static String of(SecretKey key) {
        Base64.Encoder base64 = Base64.getEncoder();
        String publicPart = base64.encodeToString(key.publicPart());
        return "payqual-key " + key.id() + " " + base64.encodeToString(key.secret())
                + (publicPart.isEmpty() ? "" : " " + publicPart) + " " + key.fingerprint();
    }

    /**
     * Reads a key.
     *
     * @param line the line
     * @param where it stands, for the message of a fault
     * @throws KeyFault if it is damaged
     */
    static SecretKey read(String line, String where) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw damaged(where);
        }
        KeyId id = KeyId.of(parts.group("id")).orElseThrow(() -> damaged(where));
        try {
            String publicPart = parts.group("public");
            SecretKey key = new SecretKey(
                    id,
                    Base64.getDecoder().decode(parts.group("secret")),
                    Base64.getDecoder().decode(publicPart == null ? "" : publicPart));
            if (!key.fingerprint().equals(parts.group("check")) || !key.isSound()) {
                throw damaged(where);
            }
            return key;
        } catch (IllegalArgumentException notBase64) {
            throw damaged(where);
        }
    }

    private static KeyFault damaged(String where) {
        return new KeyFault(
                KeyFault.Kind.DAMAGED, where + " is damaged: it does not hold a whole key. Put back a copy of it.");
    }
}
