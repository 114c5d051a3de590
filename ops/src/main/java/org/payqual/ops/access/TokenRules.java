package org.payqual.ops.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token with a good signature must say besides: issued by the one issuer, meant for this program, in force, and
 * an access token. A token without an end is refused.
 */
public final class TokenRules implements OAuth2TokenValidator<Jwt> {

    static final String EXPIRED = "token-expired";
    static final String NOT_YET = "token-not-yet-valid";
    static final String FOREIGN_ISSUER = "token-foreign-issuer";
    static final String FOREIGN_AUDIENCE = "token-foreign-audience";
    static final String WRONG_TYPE = "token-wrong-type";

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final List<String> TYPES = List.of("jwt", "at+jwt", "application/at+jwt");

    private final String issuer;
    private final String audience;
    private final Clock clock;

    /** Sets what tokens are held against. */
    public TokenRules(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String fault = fault(token);
        return fault == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(fault));
    }

    private @Nullable String fault(Jwt token) {
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return FOREIGN_ISSUER;
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return FOREIGN_AUDIENCE;
        }
        Instant now = clock.instant();
        if (token.getExpiresAt() == null || !now.isBefore(token.getExpiresAt().plus(CLOCK_SKEW))) {
            return EXPIRED;
        }
        if (token.getNotBefore() != null && now.isBefore(token.getNotBefore().minus(CLOCK_SKEW))) {
            return NOT_YET;
        }
        Object type = token.getHeaders().get("typ");
        return type == null || TYPES.contains(type.toString().toLowerCase(Locale.ROOT)) ? null : WRONG_TYPE;
    }
}
