package org.payqual.ops.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were found good, so that a caller who asks often has the signature checked once a
 * minute. Nothing but time can make a good token bad: one that has ended is checked anew, and so is everything else. A
 * key that the issuer takes back is heeded a minute later than the keys are read again.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final JwtDecoder tokens;
    private final Clock clock;
    private final Map<String, Good> good = new ConcurrentHashMap<>();

    /**
     * Remembers what another found.
     *
     * @param tokens checks a token: signature, issuer, audience, end and kind
     */
    RememberedTokens(JwtDecoder tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token that was found good.
     *
     * @param until when that is to be forgotten, at the token's own end at the latest
     */
    private record Good(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Good known = good.get(token);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        good.remove(token);
        Jwt decoded = tokens.decode(token);
        Instant end = decoded.getExpiresAt();
        if (end != null && now.isBefore(end)) {
            if (good.size() >= MOST) {
                good.clear();
            }
            Instant until = now.plus(REMEMBERED);
            good.put(token, new Good(decoded, end.isBefore(until) ? end : until));
        }
        return decoded;
    }
}
