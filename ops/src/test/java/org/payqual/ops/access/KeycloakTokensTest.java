package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Tokens laid out as Keycloak lays them out are accepted with the settings that the operations guide shows. */
class KeycloakTokensTest {

    private static final Path GUIDE = Path.of("..", "docs", "operations.md");
    private static final String SUBJECT = "5f0c7a3e-8a51-4f58-9f0c-0d6a1c2f7b11";

    private static HttpServer server;
    private static RSAKey key;
    private static String issuer;

    @BeforeAll
    static void startIssuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("realm-key").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/payqual";
        answer("/realms/payqual/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/protocol/openid-connect/certs",
                 "token_endpoint": "%s/protocol/openid-connect/token"}""".formatted(issuer, issuer, issuer));
        answer("/realms/payqual/protocol/openid-connect/certs", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    @AfterAll
    static void stopIssuer() {
        server.stop(0);
    }

    @Test
    void aClerkOfTheAgencyComesAsTheAgency() {
        withTheGuidesSettings().run(context -> {
            Caller caller = caller(
                    context.getBean(JwtDecoder.class), context.getBean(AccessSettings.class), """
                    {"sub": "%s", "preferred_username": "zhang.san", "name": "张三", "email": "zhang.san@example.org",
                     "aud": ["payqual", "account"], "organisation": "tj-heping-01",
                     "realm_access": {"roles": ["default-roles-payqual", "offline_access", "uma_authorization", "agency"]},
                     "resource_access": {"account": {"roles": ["manage-account", "view-profile"]}}}""".formatted(SUBJECT));
            assertThat(caller.actor().role()).isEqualTo(Role.AGENCY);
            assertThat(caller.actor().organisation()).isEqualTo("tj-heping-01");
            assertThat(caller.actor().issuer()).isEqualTo(issuer);
            assertThat(caller.actor().subject())
                    .as("neither name nor e-mail address")
                    .isEqualTo(SUBJECT);
        });
    }

    @Test
    void aHospitalsServiceAccountComesForItsHospital() {
        withTheGuidesSettings().run(context -> {
            Caller caller = caller(
                    context.getBean(JwtDecoder.class), context.getBean(AccessSettings.class), """
                    {"sub": "%s", "preferred_username": "service-account-his-h1", "client_id": "his-h1",
                     "aud": "payqual", "organisation": "H12010100001",
                     "realm_access": {"roles": ["default-roles-payqual", "institution"]}}""".formatted(SUBJECT));
            assertThat(caller.actor().role()).isEqualTo(Role.INSTITUTION);
            assertThat(caller.actor().organisation()).isEqualTo("H12010100001");
        });
    }

    @Test
    void aTokenWithoutTheAudienceMapperIsRefused() {
        withTheGuidesSettings()
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(JwtDecoder.class).decode(token("""
                                        {"sub": "%s", "aud": "account", "realm_access": {"roles": ["agency"]}}""".formatted(SUBJECT))))
                        .isInstanceOfSatisfying(
                                JwtValidationException.class,
                                it -> assertThat(it.getErrors())
                                        .extracting(OAuth2Error::getErrorCode)
                                        .containsExactly(TokenRules.FOREIGN_AUDIENCE)));
    }

    @Test
    void aRoleOfAnotherClientOpensNothing() {
        withTheGuidesSettings().run(context -> {
            JwtDecoder decoder = context.getBean(JwtDecoder.class);
            AccessSettings settings = context.getBean(AccessSettings.class);
            assertThatThrownBy(() -> caller(decoder, settings, """
                            {"sub": "%s", "aud": "payqual", "realm_access": {"roles": ["default-roles-payqual"]},
                             "resource_access": {"elsewhere": {"roles": ["agency"]}}}""".formatted(SUBJECT)))
                    .isInstanceOf(UnusableToken.class);
        });
    }

    private static Caller caller(JwtDecoder decoder, AccessSettings settings, String claims) throws Exception {
        Jwt token = decoder.decode(token(claims));
        return new CallerReader(settings).convert(token).getPrincipal();
    }

    /** Signs a token with what Keycloak adds to all of them. */
    private static String token(String claims) throws Exception {
        Instant now = Instant.now();
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID("trrtcc:0b5f")
                .claim("typ", "Bearer")
                .claim("azp", "payqual-desk")
                .claim("sid", "7d2f")
                .claim("acr", "1")
                .claim("scope", "openid profile email")
                .claim("email_verified", true);
        JWTClaimsSet.parse(claims).getClaims().forEach(all::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID("realm-key")
                        .build(),
                all.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** Takes the settings out of the guide as they stand, but for the issuer's address. */
    private static ApplicationContextRunner withTheGuidesSettings() {
        return new ApplicationContextRunner()
                .withUserConfiguration(IssuerConfiguration.class, Settings.class)
                .withInitializer(context -> {
                    context.getEnvironment().getPropertySources().addFirst(settingsOfTheGuide());
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("issuer", Map.of(IssuerConfiguration.ISSUER, issuer)));
                });
    }

    private static PropertySource<?> settingsOfTheGuide() {
        try {
            Matcher block = Pattern.compile("### Keycloak\\n.*?```yaml\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(GUIDE));
            assertThat(block.find()).isTrue();
            PropertySource<?> settings = new YamlPropertySourceLoader()
                    .load("guide", new ByteArrayResource(block.group(1).getBytes(StandardCharsets.UTF_8)))
                    .getFirst();
            assertThat(settings.getProperty(IssuerConfiguration.ISSUER)).isNotNull();
            return settings;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
