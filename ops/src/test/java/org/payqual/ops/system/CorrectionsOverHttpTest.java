package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;

/** Clerks' errors, corrected and erased identities by real HTTP against a real PostgreSQL. */
class CorrectionsOverHttpTest {

    private static final String WHY = "\"date\":\"2025-07-03\",\"reason\":\"录入有误\"";

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String institution = "K" + run;
    private String person;

    @BeforeEach
    void aPersonWhoIsRegistered() {
        enter(
                "/institutions",
                "\"code\":\"" + institution + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\","
                        + "\"agreementSigned\":\"2025-01-02\"");
        person = identify("示例", run).json().path("id").asString();
        enter(about("/commitments"), at() + ",\"date\":\"2025-01-06\"");
        enter(about("/registrations"), at() + ",\"from\":\"2025-01-07\"," + content("MEDICAL"));
    }

    @Test
    void aVoidEntryIsAsIfItHadNeverBeenMadeAndStaysReadable() {
        long before = position(enter(about("/registrations/" + institution + "/departure"), departure("2025-03-01")));
        assertThat(standing("2025-07-01", "")).isEqualTo("UNREGISTERED");

        Answer corrected = enter(about("/entries/3/correction"), WHY);

        assertThat(corrected.json().path("version").asLong()).isEqualTo(4);
        assertThat(standing("2025-07-01", "&asOf=" + position(corrected))).isEqualTo("NORMAL");
        assertThat(standing("2025-07-01", "&asOf=" + before)).isEqualTo("UNREGISTERED");
        JsonNode events = ask("/history").path("events");
        assertThat(events.get(3).path("event").asString()).isEqualTo("person.departed");
        assertThat(events.get(3).path("fact").path("date").asString()).isEqualTo("2025-03-01");
        assertThat(events.get(3).path("correctedBy").asLong()).isEqualTo(4);
        assertThat(events.get(2).has("correctedBy")).isFalse();
        assertThat(events.get(4).path("label").path("zh").asString()).isEqualTo("更正录入错误");
        assertThat(ask("/history?asOf=" + before).path("events").get(3).has("correctedBy"))
                .isFalse();
        assertThat(ask("/history").toString()).doesNotContain("录入有误");

        enter(about("/registrations/" + institution + "/departure"), departure("2025-08-01"));
        assertThat(standing("2025-07-31", "")).isEqualTo("NORMAL");
        assertThat(standing("2025-08-01", "")).isEqualTo("UNREGISTERED");
    }

    @Test
    void whatCannotBeVoidedIsRefusedWithTheReason() {
        enter(about("/registrations/" + institution + "/amendments"), "\"date\":\"2025-02-01\"," + content("NURSING"));

        Answer builtOn = correct(2);
        assertThat(builtOn.problem()).isEqualTo("409 entry-is-built-on");
        assertThat(builtOn.json().path("detailEn").asString()).contains("entry 3 rests on entry 2");
        assertThat(correct(0).problem()).isEqualTo("409 entry-not-correctable");
        assertThat(correct(9).problem()).isEqualTo("404 unknown-entry");
        assertThat(payqual.command(Role.AGENCY, about("/entries/x/correction"), "{" + WHY + "}")
                        .status())
                .isEqualTo(400);
        assertThat(payqual.command(Role.AGENCY, about("/entries/-1/correction"), "{" + WHY + "}")
                        .status())
                .isEqualTo(400);
        assertThat(payqual.command(Role.AGENCY, about("/entries/3/correction"), "{\"date\":\"2025-07-03\"}")
                        .field())
                .isEqualTo("reason");
        assertThat(payqual.command(Role.AUDITOR, about("/entries/3/correction"), "{" + WHY + "}")
                        .status())
                .isEqualTo(403);

        enter(about("/entries/3/correction"), WHY);
        enter(about("/entries/2/correction"), WHY);
        assertThat(correct(2).problem()).isEqualTo("409 corrected-already");
        assertThat(correct(4).problem()).isEqualTo("409 entry-not-correctable");
        assertThat(standing("2025-07-01", "")).isEqualTo("UNREGISTERED");
    }

    @Test
    void aScoreEnteredWronglyFallsAndTheNoticeIsEnteredAnew() {
        enter("/inspections", "\"id\":\"I" + run + "\"," + at() + ",\"opened\":\"2025-02-01\"");
        assertThat(payqual.command(
                                Role.DEPARTMENT,
                                "/handlings",
                                "{\"id\":\"D" + run + "\",\"inspection\":\"I" + run + "\"," + at()
                                        + ",\"kind\":\"ADMINISTRATIVE_PENALTY\",\"date\":\"2025-03-03\",\"articles\":[38,40]}")
                        .status())
                .isEqualTo(201);
        long scored = position(enter(about("/notices"), notice("TJ-29.1", "PRIMARY", 40)));
        assertThat(standing("2025-04-01", "")).isEqualTo("TERMINATED");
        enter(about("/notices/N1/services"), "\"to\":\"PERSON\",\"received\":\"2025-03-05\"");
        assertThat(correct(5).problem()).isEqualTo("409 entry-is-consequence");

        enter(about("/entries/3/correction"), WHY);

        assertThat(standing("2025-04-01", "")).isEqualTo("NORMAL");
        assertThat(standing("2025-04-01", "&asOf=" + (scored + 1))).isEqualTo("TERMINATED");
        assertThat(payqual.command(Role.AGENCY, about("/notices/N1/interviews"), "{\"date\":\"2025-03-10\"}")
                        .problem())
                .isEqualTo("404 unknown-notice");
        enter(about("/notices"), notice("TJ-27.1", "GENERAL", 38));
        assertThat(standing("2025-04-01", "")).isEqualTo("NORMAL");
        assertThat(ask("/year-totals?validAt=2025-12-31")
                        .path("years")
                        .get(0)
                        .path("points")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void anOverturningEnteredWronglyIsVoidAndTheScoresStandAgain() {
        String handling = "D" + run;
        enter("/inspections", "\"id\":\"I" + run + "\"," + at() + ",\"opened\":\"2025-02-01\"");
        enter(
                "/handlings",
                "\"id\":\"" + handling + "\",\"inspection\":\"I" + run + "\"," + at()
                        + ",\"kind\":\"CIRCULAR\",\"date\":\"2025-03-03\"");
        enter(
                about("/notices"),
                "\"notice\":\"N1\",\"handling\":\"" + handling + "\",\"institutionHeard\":true,\"findings\":[{"
                        + "\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\",\"responsibility\":\"PRIMARY\","
                        + "\"actedTo\":\"2025-01-20\"}]");
        String correction = "/handlings/" + handling + "/entries/1/correction";
        assertThat(payqual.command(Role.AGENCY, correction, "{" + WHY + "}").problem())
                .isEqualTo("404 unknown-entry");
        enter("/handlings/" + handling + "/overturning", "\"date\":\"2025-04-01\"");
        long fell = payqual.awaitFallen(handling);
        assertThat(standing("2025-03-10", "&asOf=" + fell)).isEqualTo("NORMAL");

        enter(correction, WHY);

        assertThat(standing("2025-03-10", "&asOf=" + payqual.awaitStanding(handling)))
                .isEqualTo("SUSPENDED");
        assertThat(standing("2025-03-10", "&asOf=" + fell)).isEqualTo("NORMAL");
        assertThat(payqual.command(Role.AGENCY, correction, "{" + WHY + "}").problem())
                .isEqualTo("409 corrected-already");

        enter("/handlings/" + handling + "/overturning", "\"date\":\"2025-05-01\"");
        assertThat(standing("2025-03-10", "&asOf=" + payqual.awaitFallen(handling)))
                .isEqualTo("NORMAL");
    }

    @Test
    void whatWasEnteredWronglyOfAnInstitutionOrAnInspectionIsPutRight() {
        enter("/institutions/" + institution + "/agreements", "\"signed\":\"2030-01-02\"");
        String renewal = "\"signed\":\"2026-01-05\"";
        String path = "/institutions/" + institution;
        assertThat(payqual.command(Role.AGENCY, path + "/agreements", "{" + renewal + "}")
                        .problem())
                .isEqualTo("409 agreement-earlier");
        enter(path + "/entries/1/correction", WHY);
        enter(path + "/agreements", renewal);
        String right = ",\"instead\":{\"kind\":\"PHARMACY\",\"publiclyOwned\":false,\"region\":\"120102\","
                + "\"agreementSigned\":\"2025-01-02\"}";
        enter(path + "/entries/0/correction", WHY + right);
        assertThat(payqual.command(
                                Role.AGENCY,
                                about("/registrations/" + institution + "/amendments"),
                                "{\"date\":\"2025-07-04\"," + content("NURSING") + "}")
                        .problem())
                .isEqualTo("422 no-such-role");
        assertThat(payqual.command(Role.AGENCY, path + "/entries/0/correction", "{" + WHY + "}")
                        .problem())
                .isEqualTo("409 instead-misplaced");
        assertThat(payqual.command(Role.AUDITOR, path + "/entries/0/correction", "{" + WHY + right + "}")
                        .status())
                .isEqualTo(403);

        enter("/inspections", "\"id\":\"I" + run + "\"," + at() + ",\"opened\":\"2025-06-01\"");
        String decided = "{\"id\":\"C" + run + "\",\"inspection\":\"I" + run + "\"," + at()
                + ",\"kind\":\"CIRCULAR\",\"date\":\"2025-03-03\"}";
        assertThat(payqual.command(Role.AGENCY, "/handlings", decided).problem())
                .isEqualTo("409 handling-before-inspection");
        enter("/inspections/I" + run + "/correction", at() + ",\"opened\":\"2025-02-01\"," + WHY);
        assertThat(payqual.command(Role.AGENCY, "/handlings", decided).status()).isEqualTo(201);
    }

    @Test
    void aCorrectedIdentityIsOnRecordWithoutAnyOfIt() {
        String mistaken = "X" + run;
        String wrong = "\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + mistaken
                + "\",\"name\":\"示例\",\"formerDocument\":\"MISTAKEN\"," + WHY;
        Answer corrected = enter(about("/identity/correction"), wrong);

        assertThat(corrected.json().path("version").asLong()).isEqualTo(3);
        JsonNode event = ask("/history").path("events").get(3);
        assertThat(event.path("event").asString()).isEqualTo("person.identity-corrected");
        assertThat(event.path("fact").path("fields").toString()).isEqualTo("[\"DOCUMENT_NUMBER\"]");
        assertThat(event.path("fact").path("version").asInt()).isEqualTo(2);
        assertThat(event.toString()).doesNotContain(mistaken).doesNotContain("录入有误");
        assertThat(payqual.command(Role.AGENCY, about("/identity/correction"), "{" + wrong + "}")
                        .problem())
                .isEqualTo("409 identity-unchanged");

        String other = identify("别人", run).json().path("id").asString();
        assertThat(other).isNotEqualTo(person);
        Answer taken =
                payqual.command(Role.AGENCY, about("/identity/correction"), "{" + wrong.replace(mistaken, run) + "}");
        assertThat(taken.problem()).isEqualTo("409 document-of-another");
        assertThat(taken.field()).isEqualTo("documentNumber");
        assertThat(taken.text()).doesNotContain(other);
        assertThat(payqual.command(
                                Role.AGENCY, "/people/" + UUID.randomUUID() + "/identity/correction", "{" + wrong + "}")
                        .status())
                .isEqualTo(404);
        assertThat(payqual.command(Role.INSTITUTION, about("/identity/correction"), "{" + wrong + "}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRepeatedCorrectionOfAnIdentityDoesNotUndoALaterOne() {
        String first = "\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + run
                + "\",\"name\":\"示例一\",\"formerDocument\":\"REPLACED\"," + WHY;
        String key = UUID.randomUUID().toString();
        Answer once = under(key, about("/identity/correction"), "{" + first + "}");
        enter(about("/identity/correction"), first.replace("示例一", "示例二"));

        Answer again = under(key, about("/identity/correction"), "{" + first + "}");

        assertThat(again.text()).isEqualTo(once.text());
        assertThat(identify("示例二", run).status()).isEqualTo(200);
        assertThat(identify("示例一", run).problem()).isEqualTo("409 name-differs");
    }

    @Test
    void anErasureIsOnRecordAndNothingCanBeReadAnyMore() {
        Answer needed = payqual.command(Role.AGENCY, about("/identity/erasure"), "");
        assertThat(needed.problem()).isEqualTo("422 identity-needed");
        assertThat(needed.json().path("provision").asString()).isEqualTo("TJ-17");
        enter(about("/registrations/" + institution + "/departure"), departure("2025-03-01"));
        String key = UUID.randomUUID().toString();
        Answer erased = under(key, about("/identity/erasure"), "");
        assertThat(erased.status()).as(erased.text()).isEqualTo(201);
        assertThat(under(key, about("/identity/erasure"), "").text()).isEqualTo(erased.text());
        assertThat(payqual.command(Role.AGENCY, about("/identity/erasure"), "").problem())
                .isEqualTo("409 identity-erased");

        JsonNode standing = ask("/standing?validAt=2025-07-01&identity=true&asOf=" + position(erased));
        assertThat(standing.path("identity").path("state").asString()).isEqualTo("ERASED");
        assertThat(standing.path("standing").path("kind").asString()).isEqualTo("UNREGISTERED");
        assertThat(ask("/history").path("events").get(4).path("event").asString())
                .isEqualTo("person.identity-erased");
        assertThat(correct(3).status()).isEqualTo(404);
        assertThat(identify("示例", run).json().path("id").asString()).isNotEqualTo(person);
    }

    /** Whoever registers the wrong person must not read that person's life ever after. */
    @Test
    void anEntryThatWasAnErrorOpensNobodysRecords() {
        assertThat(askAsInstitution("/history").status()).isEqualTo(200);

        ask("/history?asOf=" + position(enter(about("/entries/2/correction"), WHY)));

        assertThat(askAsInstitution("/history").problem()).isEqualTo("403 not-your-person");
    }

    @Test
    void whoDepartedStaysReadableWhereTheyWere() {
        String left = about("/registrations/" + institution + "/departure");
        ask("/history?asOf=" + position(enter(left, departure("2025-03-01"))));

        assertThat(askAsInstitution("/history").status()).isEqualTo(200);
    }

    private Answer askAsInstitution(String path) {
        return Call.get(payqual.port(), "/api/v1" + about(path))
                .as(payqual.token(Role.INSTITUTION, institution, null))
                .answer();
    }

    private Answer correct(long entry) {
        return payqual.command(Role.AGENCY, about("/entries/" + entry + "/correction"), "{" + WHY + "}");
    }

    private Answer enter(String path, String fields) {
        Answer answer = payqual.command(Role.AGENCY, path, "{" + fields + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer under(String key, String path, String body) {
        return Call.post(payqual.port(), "/api/v1" + path, body)
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", key)
                .answer();
    }

    private Answer identify(String name, String number) {
        return payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + number + "\",\"name\":\"" + name + "\"}");
    }

    private JsonNode ask(String path) {
        Answer answer = payqual.ask(Role.AGENCY, about(path));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String standing(String day, String asOf) {
        return ask("/standing?validAt=" + day + asOf)
                .path("standing")
                .path("kind")
                .asString();
    }

    private String about(String path) {
        return "/people/" + person + path;
    }

    private String at() {
        return "\"institution\":\"" + institution + "\"";
    }

    private static String content(String role) {
        return "\"content\":{\"role\":\"" + role + "\",\"primary\":true}";
    }

    private static String departure(String day) {
        return "\"date\":\"" + day + "\",\"reason\":\"RETIRED\"";
    }

    private String notice(String circumstance, String degree, int article) {
        return "\"notice\":\"N1\",\"handling\":\"D" + run + "\",\"institutionHeard\":true,\"findings\":[{"
                + "\"violation\":\"V1\",\"circumstance\":\"" + circumstance + "\",\"responsibility\":\"" + degree
                + "\",\"actedTo\":\"2025-01-20\",\"article\":" + article + "}]";
    }

    private static long position(Answer answer) {
        return answer.json().path("position").asLong();
    }
}
