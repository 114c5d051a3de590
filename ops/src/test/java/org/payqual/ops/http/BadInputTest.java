package org.payqual.ops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer says precisely what is wrong, repeats nothing of it, and is never a 500. */
@ProbeTest
class BadInputTest {

    private static final String ENTRIES = "/api/v1/probe/entries";
    private static final String GOOD = """
            {"institution": "H1", "date": "2025-01-06", "role": "AGENCY", "points": 3, "heard": true,
             "note": "well", "actedFrom": "2023-01-05", "items": [{"violation": "V1", "points": 2}]}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private SampleTokens tokens;

    @Test
    void aGoodEntryIsTaken() {
        Call.Answer answer = entry(GOOD).with("If-Match", "\"17\"").answer();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("key").asString()).isEqualTo("k-1");
        assertThat(answer.json().path("expected").asLong()).isEqualTo(17);
        assertThat(answer.json().path("subject").asString()).isEqualTo("sample-agency:sample-agency-office");
        assertThat(answer.json().path("date").asString()).isEqualTo("2025-01-06");
    }

    /** One row for each way to be wrong: what is replaced, by what, the problem, the field. {@code ~} is a mark. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            "institution": "H1",    |                                       | 400 field-missing   | institution
            "H1"                    | null                                  | 400 field-missing   | institution
            "H1"                    | 5                                     | 400 value-invalid   | institution
            "H1"                    | ["H1~"]                               | 400 value-invalid   | institution
            "H1"                    | "h~"                                  | 400 field-invalid   | institution
            "H1"                    | "H1\\u0000~"                          | 400 value-invalid   | institution
            "H1"                    | "H1\\ud800~"                          | 400 value-invalid   | institution
            "2025-01-06"            | "2025-02-30"                          | 400 date-invalid    | date
            "2025-01-06"            | "2023-12-31"                          | 400 date-invalid    | date
            "2025-01-06"            | "2101-01-01"                          | 400 date-invalid    | date
            "2025-01-06"            | "2025-1-6"                            | 400 date-invalid    | date
            "2025-01-06"            | "2025-01-06T00:00:00Z"                | 400 date-invalid    | date
            "2025-01-06"            | "+2025-01-06"                         | 400 date-invalid    | date
            "2025-01-06"            | " 2025-01-06"                         | 400 date-invalid    | date
            "2025-01-06"            | "２０２５-01-06"                       | 400 date-invalid    | date
            "2025-01-06"            | ""                                    | 400 date-invalid    | date
            "2025-01-06"            | 20094                                 | 400 date-invalid    | date
            "2025-01-06"            | [2025, 1, 6]                          | 400 date-invalid    | date
            "2023-01-05"            | "1999-12-31"                          | 400 date-invalid    | actedFrom
            "AGENCY"                | "agency"                              | 400 value-unknown   | role
            "AGENCY"                | " AGENCY "                            | 400 value-unknown   | role
            "AGENCY"                | ""                                    | 400 value-unknown   | role
            "AGENCY"                | 0                                     | 400 value-unknown   | role
            "AGENCY"                | "0"                                   | 400 value-unknown   | role
            : 3                     | : "3"                                 | 400 value-invalid   | points
            : 3                     | : 3.0                                 | 400 value-invalid   | points
            : 3                     | : true                                | 400 value-invalid   | points
            : 3                     | : 99999999999                         | 400 value-invalid   | points
            : 3                     | : 1e9999999                           | 400 value-invalid   | points
            : 3                     | : 13                                  | 400 field-invalid   | points
            : 3                     | : null                                | 400 field-missing   | points
            : 3                     | : NaN                                 | 400 json-malformed  | -
            : true                  | : "true"                              | 400 value-invalid   | heard
            : true                  | : 1                                   | 400 value-invalid   | heard
            "well"                  | "longer than five ~"                  | 400 field-invalid   | note
            "note"                  | "notes"                               | 400 field-unknown   | notes
            "note"                  | "张三~"                               | 400 field-unknown   | ?
            "note"                  | "date"                                | 400 json-malformed  | -
            "items": [              | "items": [null,                       | 400 field-missing   | items[0]
            "items": [              | "items": ["~",                        | 400 value-invalid   | items[0]
            "violation": "V1",      |                                       | 400 field-missing   | items[0].violation
            "points": 2             | "points": "2~"                        | 400 value-invalid   | items[0].points
            "points": 2             | "points": 2, "more": "~"              | 400 field-unknown   | items[0].more
            [{"violation": "V1", "points": 2}] | {}                         | 400 value-invalid   | items
            [{"violation": "V1", "points": 2}] | ""                         | 400 value-invalid   | items
            """)
    void eachFaultIsNamed(String good, String bad, String problem, String field) {
        String body = GOOD.replace(good, bad == null ? "" : bad.replace("~", "geheim"));
        assertThat(body).isNotEqualTo(GOOD);

        Call.Answer answer = entry(body).answer();

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
        assertSaysItWell(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | body-missing
            null            | body-missing
            []              | value-invalid
            5               | value-invalid
            "geheim"        | value-invalid
            {               | json-malformed
            {geheim         | json-malformed
            {"institution": "geheim | json-malformed
            {} geheim       | field-missing
            """)
    void whatIsNoEntryIsToldSo(String body, String code) {
        Call.Answer answer = entry(body).answer();

        assertThat(answer.problem()).isEqualTo("400 " + code);
        assertSaysItWell(answer);
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        assertThat(entry(GOOD + "{}").answer().status()).isEqualTo(400);
        assertThat(entry(GOOD + "geheim").answer().problem()).isEqualTo("400 json-malformed");
    }

    @Test
    void malformedJsonIsToldItsPlace() {
        Call.Answer answer = entry("{\n  \"institution\": geheim }").answer();

        assertThat(answer.json().path("line").asInt()).isEqualTo(2);
        assertThat(answer.json().path("column").asInt()).isBetween(18, 25);
        assertSaysItWell(answer);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(entry(GOOD.replace("\"well\"", "[".repeat(100) + "]".repeat(100)))
                        .answer()
                        .status())
                .isEqualTo(400);
        assertThat(entry(GOOD.replace("\"note\"", "\"deep\": " + "[".repeat(100) + "]".repeat(100) + ", \"note\""))
                        .answer()
                        .status())
                .isEqualTo(400);
        assertThat(entry("[".repeat(100_000)).answer().status()).isEqualTo(400);
    }

    @Test
    void severalFaultsAreListed() {
        Call.Answer answer =
                entry(GOOD.replace("H1", "h1").replace(": 3", ": 13")).answer();

        assertThat(answer.json().path("faults")).hasSize(2);
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        String body = "{\"note\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        String head = "POST " + ENTRIES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + tokens.tokenFor(Role.AGENCY)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";

        assertThat(Call.raw(port, head)).startsWith("HTTP/1.1 413").contains("body-too-large", "Connection: close");
    }

    /** As most clients do, this one listens only when everything is sent. */
    @Test
    void whoSendsTenMegabytesHearsTheAnswerToo() {
        String body = "{\"note\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";

        assertThat(Call.raw(
                        port,
                        "POST " + ENTRIES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + tokens.tokenFor(Role.AGENCY)
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body))
                .startsWith("HTTP/1.1 413")
                .contains("body-too-large");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        byte[] body = ("{\"note\": \"" + "x".repeat(300 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        Call.Answer answer = Call.send(
                        "POST", port, ENTRIES, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .as(tokens.tokenFor(Role.AGENCY))
                .with("Idempotency-Key", "k-1")
                .answer();

        assertThat(answer.problem()).isEqualTo("413 body-too-large");
    }

    @Test
    void aStrangersBodyIsNotReadAtAll() {
        assertThat(Call.raw(
                        port,
                        "POST " + ENTRIES + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("token-missing");
    }

    @ParameterizedTest
    @CsvSource({"GBK, 400 body-not-utf8", "UTF-16, 400 body-not-utf8", "UTF-32, 400 body-not-utf8"})
    void onlyUtf8IsRead(String charset, String problem) {
        byte[] body = GOOD.replace("well", "张三").getBytes(Charset.forName(charset));

        assertThat(sent(body).answer().problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415 media-type-unsupported",
        "application/xml, 415 media-type-unsupported",
        "application/yaml, 415 media-type-unsupported",
        "application/cbor, 415 media-type-unsupported",
        "application/x-www-form-urlencoded, 415 media-type-unsupported",
        "multipart/form-data;boundary=x, 415 media-type-unsupported",
        "*/*, 415 media-type-unsupported",
        "application/*, 415 media-type-unsupported",
        "json, 415 media-type-unsupported",
        "application/json;charset=GBK, 415 encoding-unsupported",
        "application/json;charset=nonsense, 415 encoding-unsupported"
    })
    void onlyJsonIsRead(String type, String problem) {
        assertThat(entry(GOOD).with("Content-Type", type).answer().problem()).isEqualTo(problem);
    }

    @Test
    void compressedBodiesAreRefused() {
        assertThat(entry(GOOD).with("Content-Encoding", "gzip").answer().problem())
                .isEqualTo("415 encoding-unsupported");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            -            | 400 idempotency-key-missing
            a b          | 400 idempotency-key-malformed
            """)
    void theKeyIsNeeded(String key, String problem) {
        Call call = entry(GOOD).without("Idempotency-Key");
        Call.Answer answer = (key == null ? call : call.with("Idempotency-Key", key)).answer();

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"*", "W/\"17\"", "17", "\"x\"", "\"017\"", "\"-1\"", "`\"1\", \"2\"`", "\"9999999999999999999\""})
    void theVersionIsOneStrongTag(String version) {
        assertThat(entry(GOOD).with("If-Match", version).answer().problem()).isEqualTo("400 if-match-malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "validAt=2025-13-01, 400 date-invalid, validAt",
        "validAt=, 400 parameter-invalid, validAt",
        "validAt=1999-01-01, 400 date-invalid, validAt",
        "validAt=2025-01-01&validAt=2025-01-02, 400 parameter-repeated, validAt",
        "validat=2025-01-01, 400 parameter-unknown, ",
        "validAt=2025-01-01&geheim=1, 400 parameter-unknown, ",
        "validAt=%00, 400 parameter-invalid, validAt",
        "validAt=%ZZ, 400 request-malformed, "
    })
    void queryParametersAreReadStrictly(String query, String problem, String field) {
        String answer = Call.raw(
                port,
                "GET /api/v1/probe/people/11111111-1111-4111-8111-111111111111?" + query
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + tokens.tokenFor(Role.AGENCY) + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + problem.substring(0, 3))
                .contains("\"code\":\"" + problem.substring(4) + "\"")
                .doesNotContain("geheim");
        if (field != null) {
            assertThat(answer).contains("\"field\":\"" + field + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"position=x", "position=0x10", "position=%2B5", "position=1.0", "position=99999999999999999999"})
    void numbersInQueriesAreReadStrictly(String query) {
        Call.Answer answer = get("/api/v1/probe/problems/any?" + query).answer();

        assertThat(answer.problem()).isEqualTo("400 value-invalid");
        assertThat(answer.field()).isEqualTo("position");
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        Call.Answer answer = Call.send("DELETE", port, ENTRIES, BodyPublishers.noBody())
                .as(tokens.tokenFor(Role.AGENCY))
                .answer();

        assertThat(answer.problem()).isEqualTo("405 method-unsupported");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void anotherAddressIsUnknown() {
        assertThat(get("/api/v1/nothing").answer().problem()).isEqualTo("404 no-such-path");
        assertThat(get("/index.html").answer().problem()).isEqualTo("404 no-such-path");
        assertThat(Call.get(port, "/api/v1/nothing").answer().problem()).isEqualTo("401 token-missing");
    }

    @Test
    void anotherFormOfAnswerIsNotToBeHad() {
        assertThat(get("/api/v1/probe/people/11111111-1111-4111-8111-111111111111")
                        .with("Accept", "application/xml")
                        .answer()
                        .problem())
                .isEqualTo("406 not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/%00 HTTP/1.1",
        "GET /api/v1//people HTTP/1.1",
        "GET /api/v1/../etc HTTP/1.1",
        "GET /api/v1/a;b=c HTTP/1.1",
        "GET /api/v1/<geheim> HTTP/1.1",
        "GE(T /api HTTP/1.1",
        "GET /api HTTP/9.9",
        "TRACE /api HTTP/1.1"
    })
    void whatIsNoRequestIsAnsweredAlike(String line) {
        String answer = Call.raw(port, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4.*");
        assertThat(answer).contains("application/problem+json").doesNotContain("geheim", "<html", "Tomcat");
    }

    /** The server itself reports the first malformed request, address included, to whoever listens at this level. */
    @Test
    void noLogRepeatsWhatIsNoRequest() {
        assertThat(LoggerFactory.getLogger("org.apache.coyote.http11.Http11Processor")
                        .isInfoEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("org.apache.tomcat.util.http.Parameters")
                        .isInfoEnabled())
                .isFalse();
    }

    private static void assertSaysItWell(Call.Answer answer) {
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:payqual:problem:");
        assertThat(answer.json().path("title").asString()).matches(".*\\p{IsHan}.*");
        assertThat(answer.json().path("detail").asString()).matches(".*\\p{IsHan}.*");
        assertThat(answer.json().path("detailEn").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("geheim", "张三", "tools.jackson", "Exception");
    }

    private Call entry(String body) {
        return sent(body.getBytes(StandardCharsets.UTF_8));
    }

    private Call sent(byte[] body) {
        return Call.send("POST", port, ENTRIES, BodyPublishers.ofByteArray(body))
                .as(tokens.tokenFor(Role.AGENCY))
                .with("Idempotency-Key", "k-1");
    }

    private Call get(String path) {
        return Call.get(port, path).as(tokens.tokenFor(Role.AGENCY));
    }
}
