package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.ops.system.RunningPayqual;
import tools.jackson.databind.JsonNode;

/** Four people of one hospital: one is suspended, one terminated, and the suspension falls (TJ-33, CY-7). */
class RatioAnswersTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String PLACE = "R" + RUN;
    private static final String RATIO = "/institutions/" + PLACE + "/ratio";
    private static final String OCCURRENCES = "/institutions/" + PLACE + "/occurrences";

    private static long registered;
    private static long suspended;
    private static long terminated;
    private static long overturned;

    @BeforeAll
    static void live() {
        enter(
                "/institutions",
                "{\"code\":\"%s\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}"
                        .formatted(PLACE));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String person = identify(i);
            people.add(person);
            enter(
                    "/people/" + person + "/commitments",
                    "{\"institution\":\"%s\",\"date\":\"2025-01-06\"}".formatted(PLACE));
            registered = enter(
                    "/people/" + person + "/registrations",
                    "{\"institution\":\"%s\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}"
                            .formatted(PLACE));
        }
        suspended = score(people.get(0), "A", "2025-03-10", "TJ-28.1");
        terminated = score(people.get(1), "B", "2025-06-10", "TJ-29.3");
        enter("/handlings/H-A-" + RUN + "/overturning", "{\"date\":\"2025-09-01\",\"reason\":\"复议撤销\"}");
        overturned = PAYQUAL.awaitFallen("H-A-" + RUN);
    }

    @Test
    void theRatioIsThatOfTheYearUpToTheDateAsKnownAtThePosition() {
        assertThat(ratio("2025-03-09", terminated)).isEqualTo("0/4 0 -");
        assertThat(ratio("2025-03-10", terminated)).isEqualTo("1/4 0.25 SETTLEMENT may");
        assertThat(ratio("2025-06-09", terminated)).isEqualTo("1/4 0.25 SETTLEMENT may");
        assertThat(ratio("2025-06-10", terminated)).isEqualTo("2/4 0.5 AGREEMENT must");
        assertThat(ratio("2025-12-31", terminated)).isEqualTo("2/4 0.5 AGREEMENT must");
        assertThat(ratio("2025-12-31", suspended)).isEqualTo("1/4 0.25 SETTLEMENT may");
        assertThat(ratio("2025-12-31", registered)).isEqualTo("0/4 0 -");
        assertThat(ratio("2025-12-31", overturned)).isEqualTo("1/4 0.25 SETTLEMENT may");
        assertThat(ratio("2025-06-09", overturned)).isEqualTo("0/4 0 -");
    }

    @Test
    void aYearIsWholeAfterItsEndAndWhoeverWasTerminatedIsGoneInTheNext() {
        assertThat(shown(read(RATIO + "?year=2025&validAt=2026-08-01&asOf=" + terminated)))
                .isEqualTo("2/4 0.5 AGREEMENT must");
        assertThat(ratio("2026-08-01", terminated)).isEqualTo("0/3 0 -");
        assertThat(shown(read(RATIO + "?year=2026&validAt=2025-12-31"))).isEqualTo("0/0 0 -");
    }

    @Test
    void theAnswerSaysOnWhatItRests() {
        JsonNode answer = read(RATIO + "?validAt=2025-12-31&asOf=" + terminated);
        assertThat(answer.path("year").asInt()).isEqualTo(2025);
        assertThat(answer.path("rulebook").asString()).isEqualTo("tianjin-2025");
        assertThat(answer.path("provisions").toString()).isEqualTo("[\"TJ-33\"]");
        assertThat(answer.path("threshold").path("from").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(answer.path("threshold").path("label").path("zh").asString()).contains("服务协议");
        assertThat(answer.path("reflects").path("position").asLong()).isEqualTo(terminated);
        assertThat(answer.path("stopped").asInt()).isZero();
    }

    @Test
    void eachThresholdIsOnRecordAsItWasKnownWhenItWasReached() {
        assertThat(recorded("2025-12-31", overturned))
                .containsExactly(
                        "2025-03-10 1/4 SETTLEMENT may as of " + suspended + " [\"TJ-33\"] tianjin-2025",
                        "2025-06-10 2/4 AGREEMENT must as of " + terminated + " [\"TJ-33\"] tianjin-2025");
        assertThat(recorded("2025-03-01", overturned)).hasSize(2);
        assertThat(recorded("2025-12-31", suspended)).isEmpty();
        assertThat(recorded("2026-06-01", overturned)).isEmpty();
        JsonNode first =
                read(RATIO + "?validAt=2025-12-31").path("recorded").path(0).path("recorded");
        assertThat(first.path("position").asLong()).isGreaterThan(suspended);
        assertThat(recorded("2025-12-31", first.path("position").asLong())).hasSize(1);
        assertThat(recorded("2025-12-31", first.path("position").asLong() - 1)).isEmpty();
    }

    @Test
    void whatHappenedIsCountedPerHead() {
        assertThat(occurrences("2025-12-31", terminated)).isEqualTo("4 heads: 2 0.5, 1 0.25, 1 0.25");
        assertThat(occurrences("2025-06-09", terminated)).isEqualTo("4 heads: 1 0.25, 1 0.25, 0 0");
        assertThat(occurrences("2025-12-31", overturned)).isEqualTo("4 heads: 1 0.25, 0 0, 1 0.25");
        assertThat(occurrences("2026-12-31", overturned)).isEqualTo("3 heads: 0 0, 0 0, 0 0");
    }

    @Test
    void whoMayReadTheRatio() {
        for (String path : List.of(RATIO, OCCURRENCES)) {
            for (Role role : List.of(Role.AGENCY, Role.DEPARTMENT, Role.AUDITOR, Role.SETTLEMENT)) {
                assertThat(status(PAYQUAL.token(role), path))
                        .as("%s %s", role, path)
                        .isEqualTo(200);
            }
            assertThat(status(PAYQUAL.token(Role.INSTITUTION, PLACE, null), path))
                    .isEqualTo(200);
            assertThat(status(PAYQUAL.token(Role.INSTITUTION, "H1", null), path))
                    .isEqualTo(403);
            assertThat(status(PAYQUAL.token(Role.PERSON, null, UUID.randomUUID().toString()), path))
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ratio?year=1999, 400 year-out-of-range, year",
        "/ratio?year=2101, 400 year-out-of-range, year",
        "/ratio?year=20x5, 400 value-invalid, year",
        "/ratio?year=2025&validAt=2025-02-30, 400 date-invalid, validAt",
        "/ratio?asOf=999999999, 404 unknown-position, asOf",
        "/ratio?asOf=0, 404 unknown-institution, institution",
        "/ratio?validAt=2030-01-01, 409 no-rulebook, validAt",
        "/ratio?standing=NORMAL, 400 parameter-unknown,",
        "/occurrences?year=0, 400 year-out-of-range, year",
        "/occurrences?asOf=0, 404 unknown-institution, institution",
    })
    void whatMakesNoSenseIsToldPrecisely(String path, String problem, String field) {
        Answer answer = PAYQUAL.ask(Role.AGENCY, "/institutions/" + PLACE + path);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void whoeverWorkedThereUnregisteredIsABreachOfTheInstitution() {
        String place = "U" + RUN;
        enter(
                "/institutions",
                "{\"code\":\"%s\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}"
                        .formatted(place));
        String occurrences = "/institutions/" + place + "/occurrences?validAt=2025-12-31&asOf=";
        String person = identify(9);
        long scored = score(place, person, "U", "2025-03-10", "TJ-28.1");
        assertThat(read(occurrences + scored).path("breaches").toString())
                .isEqualTo(
                        "[{\"code\":\"NOT_REGISTERED\",\"label\":{\"zh\":\"未办登记备案\",\"en\":\"registration missing\"},"
                                + "\"times\":1,\"provisions\":[\"TJ-38\",\"TJ-3\"]}]");
        enter(
                "/people/" + person + "/commitments",
                "{\"institution\":\"%s\",\"date\":\"2025-01-06\"}".formatted(place));
        long late = enter(
                "/people/" + person + "/registrations",
                "{\"institution\":\"%s\",\"from\":\"2025-03-10\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}"
                        .formatted(place));
        assertThat(read(occurrences + late).at("/breaches/0/times").asInt()).isZero();
        assertThat(read(occurrences + scored).at("/breaches/0/times").asInt()).isOne();
    }

    @Test
    void anUnknownInstitutionIsNotFound() {
        assertThat(PAYQUAL.ask(Role.AGENCY, "/institutions/NOWHERE/ratio?validAt=2025-06-01")
                        .problem())
                .isEqualTo("404 unknown-institution");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/institutions/no%20where/occurrences")
                        .problem())
                .isEqualTo("404 unknown-institution");
    }

    private static String ratio(String day, long asOf) {
        return shown(read(RATIO + "?validAt=" + day + "&asOf=" + asOf));
    }

    private static String shown(JsonNode answer) {
        JsonNode threshold = answer.path("threshold");
        String reached = threshold.isMissingNode()
                ? "-"
                : threshold.path("effect").asString() + (threshold.path("due").asBoolean() ? " must" : " may");
        return answer.path("measured").asInt() + "/" + answer.path("registered").asInt() + " "
                + answer.path("ratio").toString() + " " + reached;
    }

    private static List<String> recorded(String day, long asOf) {
        List<String> recorded = new ArrayList<>();
        read(RATIO + "?validAt=" + day + "&asOf=" + asOf)
                .path("recorded")
                .forEach(it -> recorded.add(it.path("date").asString() + " "
                        + it.path("measured").asInt() + "/"
                        + it.path("registered").asInt() + " "
                        + it.path("effect").asString()
                        + (it.path("due").asBoolean() ? " must" : " may") + " as of "
                        + it.path("knownAt").asLong() + " " + it.path("provisions") + " "
                        + it.path("rulebook").asString()));
        return recorded;
    }

    private static String occurrences(String day, long asOf) {
        JsonNode answer = read(OCCURRENCES + "?validAt=" + day + "&asOf=" + asOf);
        List<String> times = new ArrayList<>();
        for (String kind : List.of("scorings", "suspensions", "terminations")) {
            times.add(answer.path(kind).path("times").asInt() + " "
                    + answer.path(kind).path("perHead"));
        }
        return answer.path("registered").asInt() + " heads: " + String.join(", ", times);
    }

    private static JsonNode read(String path) {
        Answer answer = PAYQUAL.ask(Role.AGENCY, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static int status(String token, String path) {
        return Call.get(PAYQUAL.port(), "/api/v1" + path + "?validAt=2025-06-01")
                .as(token)
                .answer()
                .status();
    }

    private static String identify(int number) {
        Answer identified = PAYQUAL.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + RUN + number + "\",\"name\":\"示例\"}");
        assertThat(identified.status()).as(identified.text()).isEqualTo(201);
        return identified.json().path("id").asString();
    }

    private static long score(String person, String id, String day, String circumstance) {
        return score(PLACE, person, id, day, circumstance);
    }

    private static long score(String place, String person, String id, String day, String circumstance) {
        enter(
                "/inspections",
                "{\"id\":\"I-%s-%s\",\"institution\":\"%s\",\"opened\":\"%s\"}".formatted(id, RUN, place, day));
        enter(
                "/handlings",
                "{\"id\":\"H-%s-%s\",\"inspection\":\"I-%s-%s\",\"institution\":\"%s\",\"kind\":\"AGREEMENT_HANDLING\",\"date\":\"%s\"}"
                        .formatted(id, RUN, id, RUN, place, day));
        return enter(
                "/people/" + person + "/notices",
                "{\"notice\":\"N-%s\",\"handling\":\"H-%s-%s\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"%s\",\"responsibility\":\"PRIMARY\",\"actedTo\":\"%s\",\"reason\":\"情节\"}]}"
                        .formatted(id, id, RUN, circumstance, day));
    }

    private static long enter(String path, String body) {
        Answer answer = PAYQUAL.command(Role.AGENCY, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("position").asLong();
    }
}
