package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** A real issuer is trusted by its own metadata, for the algorithms named, and never for a shared secret. */
class IssuerConfigurationTest {

    private static HttpServer server;
    private static ECKey key;
    private static String issuer;

    @BeforeAll
    static void startIssuer() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        answer("/realm/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(issuer, issuer));
        answer("/realm/keys", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    @AfterAll
    static void stopIssuer() {
        server.stop(0);
    }

    @Test
    void trustsTheIssuerAndReadsItsRolesWhereTheyAre() throws Exception {
        application("ES256", "payqual").run(context -> {
            Jwt token = context.getBean(JwtDecoder.class).decode(token());
            AccessSettings settings = context.getBean(AccessSettings.class);
            Caller caller = new CallerReader(settings).convert(token).getPrincipal();

            assertThat(settings.rolesClaim()).isEqualTo("realm_access.roles");
            assertThat(caller.actor().role()).isEqualTo(Role.AUDITOR);
            assertThat(caller.actor().issuer()).isEqualTo(issuer);
        });
    }

    @Test
    void trustsOnlyTheAlgorithmsNamed() {
        application("RS256", "payqual")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(JwtDecoder.class).decode(token()))
                        .isInstanceOf(BadJwtException.class));
    }

    @Test
    void neverTrustsASharedSecret() {
        application("HS256", "payqual")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(StartRefused.class)
                        .hasStackTraceContaining("HS256"));
    }

    @Test
    void doesNotStartWithoutAnAudience() {
        application("ES256", "")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(StartRefused.class)
                        .hasStackTraceContaining("payqual.access.audience"));
    }

    @Test
    void waitsForAnIssuerThatIsAway() throws Exception {
        application("ES256", "payqual")
                .withPropertyValues(IssuerConfiguration.ISSUER + "=http://127.0.0.1:1/realm")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(JwtDecoder.class).decode(token()))
                        .isInstanceOf(JwtException.class)
                        .isNotInstanceOf(BadJwtException.class));

        MockHttpServletResponse response = new MockHttpServletResponse();
        new AccessProblems()
                .commence(new MockHttpServletRequest(), response, new AuthenticationServiceException("away"));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("issuer-away");
    }

    private static ApplicationContextRunner application(String algorithm, String audience) {
        return new ApplicationContextRunner()
                .withUserConfiguration(IssuerConfiguration.class, Settings.class)
                .withPropertyValues(
                        IssuerConfiguration.ISSUER + "=" + issuer,
                        "spring.security.oauth2.resourceserver.jwt.jws-algorithms=" + algorithm,
                        "payqual.access.audience=" + audience,
                        "payqual.access.roles-claim=realm_access.roles");
    }

    private static String token() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("auditor-3")
                        .audience(List.of("account", "payqual"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("realm_access", Map.of("roles", List.of("default-roles", "auditor")))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static void answer(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @EnableConfigurationProperties({AccessSettings.class, OAuth2ResourceServerProperties.class})
    static class Settings {}
}
