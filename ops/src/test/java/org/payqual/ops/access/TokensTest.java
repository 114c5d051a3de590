package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Only tokens of the one issuer, meant for this program, in force, with one role, open anything. */
@ProbeTest
class TokensTest {

    private static final String READABLE = "/api/v1/probe/people/11111111-1111-4111-8111-111111111111";
    private static final String ISSUER = "http://localhost/sample-issuer";

    @LocalServerPort
    private int port;

    @Autowired
    private JWKSource<SecurityContext> keys;

    private RSAKey key;

    @BeforeEach
    void takeKey() throws Exception {
        key = (RSAKey) keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst();
    }

    @Test
    void aGoodTokenOpens() throws Exception {
        assertThat(read(signed(key, good().build())).status()).isEqualTo(200);
    }

    @Test
    void withoutATokenNothingOpens() {
        Call.Answer answer = Call.get(port, READABLE).answer();

        assertThat(answer.problem()).isEqualTo("401 token-missing");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anExpiredTokenIsToldSo() throws Exception {
        Call.Answer answer = read(signed(
                key,
                good().expirationTime(Date.from(Instant.now().minusSeconds(60))).build()));

        assertThat(answer.problem()).isEqualTo("401 token-expired");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void aTokenWithoutAnEndIsRefused() throws Exception {
        assertThat(read(signed(key, good().expirationTime(null).build())).problem())
                .isEqualTo("401 token-expired");
    }

    @Test
    void aTokenFromTheFutureIsToldSo() throws Exception {
        assertThat(read(signed(
                                key,
                                good().notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                                        .build()))
                        .problem())
                .isEqualTo("401 token-not-yet-valid");
    }

    @Test
    void aForeignIssuerIsToldSo() throws Exception {
        assertThat(read(signed(key, good().issuer("https://elsewhere.example").build()))
                        .problem())
                .isEqualTo("401 token-foreign-issuer");
    }

    @Test
    void aForeignAudienceIsToldSo() throws Exception {
        assertThat(read(signed(key, good().audience("another").build())).problem())
                .isEqualTo("401 token-foreign-audience");
        assertThat(read(signed(key, good().audience((String) null).build())).problem())
                .isEqualTo("401 token-foreign-audience");
    }

    @Test
    void aForeignSignatureIsRefused() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();

        assertThat(read(signed(foreign, good().build())).problem()).isEqualTo("401 token-not-genuine");
    }

    @Test
    void aSignatureByASharedSecretIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good().build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        assertThat(read(token.serialize()).problem()).isEqualTo("401 token-not-genuine");
    }

    @Test
    void noSignatureIsRefused() {
        assertThat(read(new PlainJWT(good().build()).serialize()).problem()).isEqualTo("401 token-not-genuine");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThat(read("abc.def.ghi").problem()).isEqualTo("401 token-not-genuine");
        assertThat(Call.get(port, READABLE)
                        .with("Authorization", "Basic YTpi")
                        .answer()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anotherKindOfTokenIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                good().build());
        token.sign(new RSASSASigner(key));

        assertThat(read(token.serialize()).status()).isEqualTo(401);
    }

    @Test
    void theTokenIsNotTakenFromTheAddress() throws Exception {
        String token = signed(key, good().build());

        assertThat(Call.get(port, READABLE + "?access_token=" + token).answer().problem())
                .isEqualTo("401 token-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "someone@example.org, subject-unusable",
        "120101199001011234, subject-unusable",
        "13800138000, subject-unusable",
        "two words, subject-unusable",
        "'', subject-unusable",
        "张三, subject-unusable",
    })
    void aSubjectThatTellsOfAPersonIsRefused(String subject, String code) throws Exception {
        assertThat(read(signed(key, good().subject(subject).build())).problem()).isEqualTo("403 " + code);
    }

    @Test
    void oneRoleIsNeeded() throws Exception {
        assertThat(problemWith(it -> it.claim("roles", null))).isEqualTo("403 role-missing");
        assertThat(problemWith(it -> it.claim("roles", List.of("AGENCY", "admin"))))
                .isEqualTo("403 role-missing");
        assertThat(problemWith(it -> it.claim("roles", Map.of("agency", true)))).isEqualTo("403 role-missing");
        assertThat(problemWith(it -> it.claim("roles", List.of("agency", "auditor"))))
                .isEqualTo("403 role-ambiguous");
    }

    @Test
    void anInstitutionNamesItself() throws Exception {
        assertThat(problemWith(it -> it.claim("roles", List.of("institution")))).isEqualTo("403 organisation-unusable");
        assertThat(problemWith(it -> it.claim("roles", List.of("institution")).claim("organisation", "h 1")))
                .isEqualTo("403 organisation-unusable");
    }

    @Test
    void aPersonNamesThemselves() throws Exception {
        assertThat(problemWith(it -> it.claim("roles", List.of("person")))).isEqualTo("403 person-unusable");
    }

    private String problemWith(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return read(signed(key, change.apply(good()).build())).problem();
    }

    private Call.Answer read(String token) {
        return Call.get(port, READABLE).as(token).answer();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("clerk-17")
                .audience("payqual")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of("agency", "offline_access"));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
