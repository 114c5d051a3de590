package org.payqual.ops.system;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of invented people, handed in by real HTTP, and what was answered. */
final class Uploads {

    static final String ROSTER =
            "医保相关人员代码,姓名,身份证号,定点医药机构名称,定点医药机构代码,医保区划,人员类别," + "执业类型,执业类别,执业范围,专业技术职务,登记备案状态,服务承诺,登记备案日期";

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final AtomicInteger INSTITUTIONS = new AtomicInteger();

    private final RunningPayqual payqual;

    Uploads(RunningPayqual payqual) {
        this.payqual = payqual;
    }

    /**
     * What was answered to a file.
     *
     * @param rows those that were not taken
     * @param end how it ended
     */
    record Taken(List<JsonNode> rows, JsonNode end) {

        /** Gives line, column and code of each fault, such as {@code 3 C number-check-digit}. */
        List<String> faults() {
            return rows.stream()
                    .map(it -> it.path("line").asInt() + " " + it.path("column").asString("-") + " "
                            + it.path("code").asString())
                    .toList();
        }

        /** Gives what the end counts: rows, bad, on record, recorded, refused. */
        List<Long> counts() {
            return List.of("rows", "bad", "onRecord", "recorded", "refused").stream()
                    .map(it -> end.path(it).asLong())
                    .toList();
        }
    }

    /** Makes up a citizen's number that nobody else in this JVM has. */
    static String number() {
        int next = PEOPLE.incrementAndGet();
        String first17 = "120199" + (1950 + next / 28 / 12 / 999 % 50) + "%02d".formatted(next / 28 % 12 + 1)
                + "%02d".formatted(next % 28 + 1) + "%03d".formatted(next / 28 / 12 % 999);
        return first17 + CitizenNumber.checkDigit(first17);
    }

    /** Makes a hospital known, with a code of its own. */
    String hospital() {
        String code = "HIMP" + INSTITUTIONS.incrementAndGet();
        Answer made = payqual.command(
                Role.AGENCY,
                "/institutions",
                "{\"code\":\"" + code + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\","
                        + "\"agreementSigned\":\"2025-01-02\"}");
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
        return code;
    }

    /** Writes a row of a roster that is fine. */
    static String row(String name, String number, String hospital) {
        return ",%s,%s,示例医院,%s,120101,护理类,,,,主管护师,正常,2025-01-06,2025-01-07".formatted(name, number, hospital);
    }

    static byte[] text(String... lines) {
        return text(StandardCharsets.UTF_8, lines);
    }

    static byte[] text(Charset charset, String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(charset);
    }

    /** Hands a file in as the agency. */
    Answer send(byte[] file, String apply) {
        return send(Role.AGENCY, null, file, apply);
    }

    Answer send(Role role, String organisation, byte[] file, String apply) {
        return call(role, organisation, file, apply).answer();
    }

    /** Makes a request as the agency, to which more can be added. */
    Call call(byte[] file, String apply) {
        return call(Role.AGENCY, null, file, apply);
    }

    private Call call(Role role, String organisation, byte[] file, String apply) {
        return Call.send("POST", payqual.port(), "/api/v1/imports?apply=" + apply, BodyPublishers.ofByteArray(file))
                .with("Content-Type", "application/octet-stream")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(payqual.token(role, organisation, null));
    }

    /** Hands a file in as the agency and reads the answer, which must be one of rows. */
    Taken take(byte[] file, String apply) {
        return taken(send(file, apply));
    }

    static Taken taken(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        List<JsonNode> lines = answer.text()
                .lines()
                .map(it -> JsonMapper.shared().readTree(it))
                .toList();
        return new Taken(
                lines.stream()
                        .filter(it -> it.has("row"))
                        .map(it -> it.path("row"))
                        .toList(),
                lines.getLast().path("end"));
    }
}
