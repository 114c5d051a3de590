package org.payqual.ops.access.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.RoleNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Hands out the sample's tokens to the program itself, for the command it prints at its start. */
public final class SampleTokens {

    /** Names the sample's issuer in every token. It is a name, not an address: the port may change, the actor not. */
    static final String ISSUER = "http://localhost/sample-issuer";

    /** How long a token of the sample holds. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private final JwtEncoder encoder;
    private final String audience;

    SampleTokens(JwtEncoder encoder, String audience) {
        this.encoder = encoder;
        this.audience = audience;
    }

    /** Issues a token for a role; an institution is {@code H1}, a person a made-up one. */
    public String tokenFor(Role role) {
        return tokenFor(role, null, null);
    }

    /**
     * Issues a token for a role.
     *
     * @param organisation code of the institution, agency or department; the role's usual one where it is null
     * @param person id of the person, for that role; a made-up one where it is null
     */
    public String tokenFor(Role role, @Nullable String organisation, @Nullable String person) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder().issuedAt(now).expiresAt(now.plus(LIFETIME));
        fill(claims, role, organisation, person);
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
    }

    /** Says in a token for whom it stands. */
    void fill(JwtClaimsSet.Builder claims, Role role, @Nullable String organisation, @Nullable String person) {
        SampleClient client = SampleClient.of(role);
        String acting = organisation == null ? client.organisation() : organisation;
        claims.issuer(ISSUER)
                .subject(acting == null ? client.id() : client.id() + ":" + acting)
                .audience(List.of(audience))
                .claim("roles", List.of(RoleNames.written(role)));
        if (acting != null) {
            claims.claim("organisation", acting);
        }
        if (role == Role.PERSON) {
            claims.claim("person", person == null ? SampleClient.SOMEONE : person);
        }
    }
}
