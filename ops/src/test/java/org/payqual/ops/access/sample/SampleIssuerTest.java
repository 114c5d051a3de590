package org.payqual.ops.access.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.postgres.StartRefused;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProbeTest
class SampleIssuerTest {

    private static final String TOKENS = "/sample-issuer/oauth2/token";
    private static final Path SECRETS = Path.of("target", "test-sample-issuer", "clients.properties");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void everyRoleHasAClientWhoseTokensWork(Role role) throws IOException {
        Call.Answer answer = token(role, secret(role), "").answer();

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(Call.get(port, "/api/v1/probe/problems/refused")
                        .as(answer.json().path("access_token").asString())
                        .answer()
                        .problem())
                .isEqualTo("422 no-commitment");
    }

    @Test
    void anInstitutionMaySayWhichItIs() throws IOException {
        String token = token(Role.INSTITUTION, secret(Role.INSTITUTION), "&organisation=H2")
                .answer()
                .json()
                .path("access_token")
                .asString();

        assertThat(institution("H2", token)).isEqualTo(200);
        assertThat(institution("H1", token)).isEqualTo(403);
    }

    @Test
    void aWrongSecretIsRefused() {
        assertThat(token(Role.AGENCY, "guessed", "").answer().status()).isEqualTo(401);
    }

    @Test
    void theKeysItShowsAreThePublicHalves() {
        Call.Answer answer = Call.get(port, "/sample-issuer/oauth2/jwks").answer();

        assertThat(answer.text()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":", "\"p\":");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 10.0.0.1", "Forwarded, for=10.0.0.1", "X-Real-IP, 10.0.0.1"})
    void whatAProxyPassesOnFindsNothing(String header, String value) throws IOException {
        assertThat(token(Role.AGENCY, secret(Role.AGENCY), "")
                        .with(header, value)
                        .answer()
                        .problem())
                .isEqualTo("404 no-such-path");
    }

    @Test
    void whatIsAddressedToAnotherNameFindsNothing() {
        assertThat(
                        Call.raw(
                                port,
                                "GET /sample-issuer/oauth2/jwks HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("no-such-path");
    }

    @Test
    void nothingElseIsThere() {
        assertThat(Call.get(port, "/sample-issuer/oauth2/authorize").answer().status())
                .isIn(401, 403, 404);
        assertThat(Call.get(port, "/.well-known/openid-configuration").answer().problem())
                .isEqualTo("401 token-missing");
    }

    @Test
    void secretsAreKeptForTheOwnerAloneAndStayTheSame(@TempDir Path folder) throws IOException {
        SampleSecrets drawn = SampleSecrets.in(folder.resolve("sample"));
        SampleSecrets read = SampleSecrets.in(folder.resolve("sample"));
        SampleSecrets others = SampleSecrets.in(folder.resolve("others"));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("sample/clients.properties"))))
                .isEqualTo("rw-------");
        assertThat(read.clients()).isEqualTo(drawn.clients());
        assertThat(read.key()).isEqualTo(drawn.key());
        assertThat(others.clients().values())
                .doesNotContainAnyElementsOf(drawn.clients().values());
        assertThat(others.key()).isNotEqualTo(drawn.key());
        assertThat(drawn.toString()).doesNotContain(drawn.clients().get(Role.AGENCY));
    }

    @Test
    void secretsThatOthersCanReadAreRefused(@TempDir Path folder) throws IOException {
        SampleSecrets.in(folder);
        Files.setPosixFilePermissions(
                folder.resolve("clients.properties"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SampleSecrets.in(folder)).isInstanceOf(StartRefused.class);
    }

    @Test
    void aRealLedgerDoesNotStartWithoutAnIssuer(@TempDir Path folder) {
        StaticListableBeanFactory real = new StaticListableBeanFactory();
        real.addBean("ledger", (LedgerKind) () -> false);

        assertThatThrownBy(() -> new SampleIssuerConfiguration()
                        .sampleSecrets(real.getBeanProvider(LedgerKind.class), folder.resolve("sample")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("issuer-uri")
                .hasMessageContaining("payqual.access.audience");
        assertThat(folder.resolve("sample")).doesNotExist();
    }

    private int institution(String code, String token) {
        return Call.get(port, "/api/v1/probe/institutions/" + code)
                .as(token)
                .answer()
                .status();
    }

    private Call token(Role role, String secret, String more) {
        String basic = SampleClient.of(role).id() + ":" + secret;
        return Call.send("POST", port, TOKENS, BodyPublishers.ofString("grant_type=client_credentials" + more))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }

    private static String secret(Role role) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(SECRETS)) {
            lines.load(reader);
        }
        return lines.getProperty(SampleClient.of(role).id());
    }
}
