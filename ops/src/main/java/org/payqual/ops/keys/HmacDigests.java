package org.payqual.ops.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Digests;
import org.payqual.command.port.KeyedDigest;

/**
 * Digests by HMAC-SHA-256. The key's version stands before the digest, so that a digest says which key it needs.
 * Nothing is written, so the list of keys is read without holding it.
 */
public final class HmacDigests implements Digests {

    private static final long LONGEST_NANOS = 1_000_000_000;

    private final Supplier<List<SecretKey>> live;
    private volatile @Nullable Seen seen;

    /** Works with the keys in use whenever something is digested. */
    public HmacDigests(Keys keys) {
        this(() -> keys.live(KeyPurpose.DIGEST));
    }

    private HmacDigests(Supplier<List<SecretKey>> live) {
        this.live = live;
    }

    /** The digests under the keys as they were listed at a moment of this program's clock. */
    private record Seen(Digests digests, long at) {}

    @Override
    public Digests now() {
        Seen last = seen;
        return last != null && System.nanoTime() - last.at < LONGEST_NANOS ? last.digests : afresh();
    }

    @Override
    public Digests afresh() {
        long before = System.nanoTime();
        List<SecretKey> keys = live.get();
        Digests digests = new HmacDigests(() -> keys);
        seen = new Seen(digests, before);
        return digests;
    }

    @Override
    public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
        return digest("idempotency key", issuer, subject, target, key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
        return digest("request", issuer, subject, target, request);
    }

    private KeyedDigest digest(String kind, String issuer, String subject, String target, byte[] content) {
        byte[] message = Framing.of(Framing.of("payqual digest", kind, issuer, subject, target), content);
        List<String> digests = live.get().stream()
                .map(key -> key.id().version() + "." + HexFormat.of().formatHex(key.hmac(message)))
                .toList();
        return new KeyedDigest(digests.getFirst(), digests.subList(1, digests.size()));
    }
}
