package org.payqual.command.port;

import java.util.List;

/**
 * A keyed digest under the key in use, and what the same content came to under earlier keys.
 *
 * @param current to be recorded: the key's version, a dot and 64 hex digits
 * @param earlier the digests under earlier keys that are still at hand
 */
public record KeyedDigest(String current, List<String> earlier) {

    /** Copies the earlier digests. */
    public KeyedDigest {
        earlier = List.copyOf(earlier);
    }

    /** Tells whether a recorded digest is of the same content, under whichever key. */
    public boolean matches(String recorded) {
        return current.equals(recorded) || earlier.contains(recorded);
    }

    /** Tells whether a recorded digest was made under a key that followed all of these, so that these are outdated. */
    public boolean isBefore(String recorded) {
        return version(current) < version(recorded);
    }

    private static int version(String digest) {
        return Integer.parseInt(digest.substring(0, digest.indexOf('.')));
    }
}
