package org.payqual.command.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Remembers what stood in a file and where it stood first, in twelve bytes for each: only digests are kept, salted anew
 * each time. That two of a million are taken for one happens once in some ten million files.
 */
final class Seen {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int SALT = 16;

    private final MessageDigest sha256;
    private final byte[] salt = new byte[SALT];
    private long[] digests = new long[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int count;

    Seen() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(salt);
    }

    /**
     * Remembers something.
     *
     * @param line where it stands, from 1
     * @param parts which together are what is remembered
     * @return the line where it stood first; 0 if it is new
     */
    int firstOf(int line, String... parts) {
        if (count * 2 >= digests.length) {
            grow();
        }
        long digest = digest(parts);
        int slot = slot(digests, lines, digest);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        digests[slot] = digest;
        lines[slot] = line;
        count++;
        return 0;
    }

    private void grow() {
        long[] wider = new long[digests.length * 2];
        int[] widerLines = new int[lines.length * 2];
        for (int i = 0; i < digests.length; i++) {
            if (lines[i] != 0) {
                int slot = slot(wider, widerLines, digests[i]);
                wider[slot] = digests[i];
                widerLines[slot] = lines[i];
            }
        }
        digests = wider;
        lines = widerLines;
    }

    private static int slot(long[] table, int[] filled, long digest) {
        int slot = (int) (digest & (table.length - 1));
        while (filled[slot] != 0 && table[slot] != digest) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private long digest(String... parts) {
        sha256.reset();
        sha256.update(salt);
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return ByteBuffer.wrap(Arrays.copyOf(sha256.digest(), Long.BYTES)).getLong();
    }
}
