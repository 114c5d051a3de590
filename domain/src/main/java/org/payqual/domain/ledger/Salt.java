package org.payqual.domain.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The 128 random bits that open every payload, so that nobody can guess a withheld payload from its hash.
 *
 * @param hex 32 lower-case hex digits
 */
public record Salt(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checks the form. */
    public Salt {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a salt has 32 lower-case hex digits");
        }
    }

    /** Draws a new salt. */
    public static Salt random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Salt(HexFormat.of().formatHex(bits));
    }
}
