package org.payqual.ops.access;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Trusts the one issuer that {@code spring.security.oauth2.resourceserver.jwt.issuer-uri} names. Its keys come from its
 * own metadata, from {@code jwk-set-uri} or from {@code public-key-location}. Only signatures by a private key count.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(IssuerConfiguration.ISSUER)
public class IssuerConfiguration {

    /** Names the setting without which the program knows no issuer. */
    public static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    JwtDecoder tokens(
            @Value("${" + ISSUER + "}") String issuer,
            OAuth2ResourceServerProperties properties,
            AccessSettings settings)
            throws IOException {
        OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
        TokenRules rules = new TokenRules(issuer, audience(settings), Clock.systemUTC());
        if (jwt.getPublicKeyLocation() != null) {
            RSAPublicKey key =
                    RsaKeyConverters.x509().convert(jwt.getPublicKeyLocation().getInputStream());
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withPublicKey(key).validateType(false).build();
            decoder.setJwtValidator(rules);
            return decoder;
        }
        Set<SignatureAlgorithm> algorithms = algorithms(jwt.getJwsAlgorithms());
        JwtDecoder atFirstUse = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = (jwt.getJwkSetUri() == null
                            ? NimbusJwtDecoder.withIssuerLocation(issuer)
                            : NimbusJwtDecoder.withJwkSetUri(jwt.getJwkSetUri()))
                    .jwsAlgorithms(it -> it.addAll(algorithms))
                    .restOperations(patientFor(PATIENCE))
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(rules);
            return decoder;
        });
        return token -> decode(atFirstUse, token);
    }

    /** Decodes a token; an issuer that cannot be reached is its own failure and not the token's. */
    private static Jwt decode(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (JwtDecoderInitializationException e) {
            throw new JwtException("the issuer does not answer", e);
        }
    }

    private static String audience(AccessSettings settings) {
        String audience = settings.audience();
        if (audience == null || audience.isBlank()) {
            throw new StartRefused("payqual.access.audience is not set: name the audience that " + ISSUER
                    + " puts into tokens meant for this program.");
        }
        return audience;
    }

    /**
     * Reads the algorithms named; those with a shared secret are not among them, or we could forge tokens ourselves.
     */
    private static Set<SignatureAlgorithm> algorithms(List<String> names) {
        Set<SignatureAlgorithm> algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        for (String name : names) {
            SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
            if (algorithm == null) {
                throw new StartRefused("spring.security.oauth2.resourceserver.jwt.jws-algorithms names " + name
                        + ", which is not an algorithm with a private key such as RS256 or ES256.");
            }
            algorithms.add(algorithm);
        }
        return algorithms;
    }

    private static RestTemplate patientFor(Duration patience) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(patience).build());
        requests.setReadTimeout(patience);
        return new RestTemplate(requests);
    }
}
