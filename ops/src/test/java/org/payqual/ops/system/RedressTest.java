package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.domain.ledger.Role.AGENCY;
import static org.payqual.domain.ledger.Role.DEPARTMENT;
import static org.payqual.domain.ledger.Role.INSTITUTION;
import static org.payqual.domain.ledger.Role.PERSON;
import static org.payqual.ops.system.ScoredPerson.ok;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;

/** Appeals, repairs, trainings and restorations by real HTTP, entered by whoever may and told in every answer. */
class RedressTest {

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final ScoredPerson person = new ScoredPerson();

    @Test
    void anAppealGoesFromThePersonToTheDepartmentAndEveryAnswerSaysSoMeanwhile() {
        long before = position(person.read("/standing"));
        long filed = position(ok(person.as(PERSON, "/appeals", """
                {"appeal": "A1", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "WRONG_PERSON",
                 "signed": true, "sealed": true, "statement": "当日不在岗"}
                """)));
        assertThat(marks("2025-03-11", filed)).containsOnly(false);
        assertThat(marks("2025-03-12", filed)).containsOnly(true);
        assertThat(marks("2025-03-12", before)).containsOnly(false);

        ok(person.as(AGENCY, "/appeals/A1/explanation", "{\"date\": \"2025-03-14\", \"explanation\": \"已说明\"}"));
        ok(person.as(AGENCY, "/appeals/A1/escalation", "{\"date\": \"2025-03-18\"}"));
        assertThat(appeal("")).isEqualTo("N1 PERSON WRONG_PERSON 2025-03-12 DEPARTMENT true true 2025-03-18 - -");
        ok(person.as(DEPARTMENT, "/appeals/A1/expert-reviews", "{\"date\": \"2025-03-25\", \"opinion\": \"属实\"}"));
        long decided = position(ok(person.as(
                DEPARTMENT,
                "/appeals/A1/decision",
                "{\"date\": \"2025-04-02\", \"outcome\": \"REVOKED\", \"ground\": \"WRONG_PERSON\"}")));

        assertThat(marks("2025-04-01", decided)).containsOnly(true);
        assertThat(marks("2025-04-02", decided)).containsOnly(false);
        assertThat(person.read("/standing?validAt=2025-03-20")
                        .json()
                        .at("/standing/kind")
                        .asString())
                .isEqualTo("NORMAL");
        assertThat(appeal(""))
                .isEqualTo("N1 PERSON WRONG_PERSON 2025-03-12 DEPARTMENT true true 2025-04-02 2025-04-02 REVOKED");
        assertThat(appeal("?asOf=" + filed))
                .isEqualTo("N1 PERSON WRONG_PERSON 2025-03-12 AGENCY false false 2025-03-12 - -");
        assertThat(person.read("/appeals?validAt=2025-03-11").json().path("appeals"))
                .isEmpty();
        JsonNode shown = person.read("/appeals?validAt=2025-04-01")
                .json()
                .path("appeals")
                .path(0);
        assertThat(shown.path("open").asBoolean()).isTrue();
        assertThat(shown.at("/outcomeLabel/zh").asString()).isEqualTo("撤销");
        assertThat(person.read("/history").text()).doesNotContain("不在岗", "属实", "已说明");
    }

    @Test
    void anAppealIsHandledByTheOneItIsWith() {
        person.appeals("A1", "PERSON");
        String decision = "{\"date\": \"2025-04-02\", \"outcome\": \"UPHELD\", \"reason\": \"事实清楚\"}";
        String review = "{\"date\": \"2025-03-25\"}";
        assertThat(refused(person.as(DEPARTMENT, "/appeals/A1/decision", decision)))
                .isEqualTo("422 not-the-handler TJ-34.3");
        assertThat(refused(person.as(DEPARTMENT, "/appeals/A1/expert-reviews", review)))
                .isEqualTo("422 not-the-handler TJ-34.3");
        ok(person.as(AGENCY, "/appeals/A1/expert-reviews", review));
        ok(person.as(AGENCY, "/appeals/A1/explanation", "{\"date\": \"2025-03-26\"}"));
        ok(person.as(AGENCY, "/appeals/A1/escalation", "{\"date\": \"2025-03-27\"}"));
        assertThat(refused(person.as(AGENCY, "/appeals/A1/decision", decision)))
                .isEqualTo("422 not-the-handler TJ-34.3");
        assertThat(refused(person.as(AGENCY, "/appeals/A1/expert-reviews", "{\"date\": \"2025-03-28\"}")))
                .isEqualTo("422 not-the-handler TJ-34.3");
        assertThat(refused(person.asDepartment("BUREAU-B", "/appeals/A1/decision", decision)))
                .isEqualTo("422 not-the-handler TJ-34.3");
        assertThat(refused(person.asDepartment("BUREAU-B", "/appeals/A1/expert-reviews", "{\"date\": \"2025-03-28\"}")))
                .isEqualTo("422 not-the-handler TJ-34.3");
        JsonNode handling = RunningPayqual.shared()
                .ask(AGENCY, "/handlings/H-" + person.run)
                .json();
        String made = handling.path("madeBy").asString();
        assertThat(handling.path("articles").toString()).isEqualTo("[38,39,40]");
        assertThat(handling.path("manners").toString()).isEqualTo("[]");
        assertThat(person.read("/appeals").json().at("/appeals/0/organisation").asString())
                .isEqualTo(made);
        ok(person.as(DEPARTMENT, "/appeals/A1/decision", decision));
    }

    @Test
    void aDecisionSaysWhatWasWrongUnlessTheScoreStands() {
        person.appeals("A1", "PERSON");
        for (String decision : List.of("{\"date\": \"2025-04-02\", \"outcome\": \"REVOKED\"}", """
                {"date": "2025-04-02", "outcome": "UPHELD", "ground": "FACTS", "reason": "事实清楚"}
                """)) {
            Answer answer = person.as(AGENCY, "/appeals/A1/decision", decision);
            assertThat(refused(answer)).isEqualTo("422 decision-ground TJ-34.4");
            assertThat(answer.field()).isEqualTo("ground");
        }
    }

    @Test
    void ofReviewersWhoDecideAtOnceOneDecides() {
        person.appeals("A1", "PERSON");
        List<Answer> answers = CommandsOverHttpTest.together(
                4,
                i -> person.as(
                        AGENCY,
                        "/appeals/A1/decision",
                        i % 2 == 0
                                ? "{\"date\": \"2025-04-02\", \"outcome\": \"REVOKED\", \"ground\": \"FACTS\"}"
                                : "{\"date\": \"2025-04-02\", \"outcome\": \"UPHELD\", \"reason\": \"事实清楚\"}"));
        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 201)).allSatisfy(it -> {
            assertThat(it.problem()).isEqualTo("409 appeal-closed");
            assertThat(it.field()).isEqualTo("appeal");
        });
        assertThat(person.read("/history")
                        .json()
                        .path("events")
                        .valueStream()
                        .filter(it -> it.path("event").asString().equals("person.appeal-decided")))
                .hasSize(1);
    }

    @Test
    void anAdjustmentSaysWhatStaysFoundAndNeverMore() {
        person.appeals("A1", "INSTITUTION");
        String decision = """
                {"date": "2025-04-02", "outcome": "ADJUSTED", "ground": "WRONG_DEGREE", "findings": [
                  {"violation": "V1", "circumstance": "%s", "responsibility": "GENERAL", "actedTo": "2025-01-24",
                   "article": %s}]}
                """;
        assertThat(refused(person.as(AGENCY, "/appeals/A1/decision", decision.formatted("TJ-29.1", 40))))
                .isEqualTo("422 adjusted-upwards TJ-34.4");
        ok(person.as(AGENCY, "/appeals/A1/decision", decision.formatted("TJ-28.1", "null")));
        assertThat(person.read("/year-totals?validAt=2025-04-02")
                        .json()
                        .at("/years/0/points")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void eachPartyHasItsOwnAppealAndWithdrawsNoOther() {
        String file = """
                {"appeal": "%s", "notice": "N1", "by": "%s", "date": "2025-03-12", "ground": "FACTS",
                 "signed": true, "sealed": true}
                """;
        String withdrawal = "{\"date\": \"2025-03-20\"}";
        assertThat(refused(person.asInstitution(person.second, "/appeals", file.formatted("A2", "INSTITUTION"))))
                .isEqualTo("422 notice-of-another-institution TJ-34.2");
        ok(person.as(PERSON, "/appeals", file.formatted("A1", "PERSON")));
        ok(person.as(INSTITUTION, "/appeals", file.formatted("A2", "INSTITUTION")));
        assertThat(refused(person.as(PERSON, "/appeals/A2/withdrawal", withdrawal)))
                .isEqualTo("422 appeal-of-another TJ-34.2");
        assertThat(refused(person.as(INSTITUTION, "/appeals/A1/withdrawal", withdrawal)))
                .isEqualTo("422 appeal-of-another TJ-34.2");
        assertThat(refused(person.asInstitution(person.second, "/appeals/A2/withdrawal", withdrawal)))
                .isEqualTo("422 appeal-of-another TJ-34.2");
        ok(person.as(PERSON, "/appeals/A1/withdrawal", withdrawal));
        assertThat(person.read("/standing?validAt=2025-03-20")
                        .json()
                        .at("/standing/objected")
                        .asBoolean())
                .isTrue();
        ok(person.as(AGENCY, "/appeals/A2/withdrawal", withdrawal));
        assertThat(person.read("/standing?validAt=2025-03-20")
                        .json()
                        .at("/standing/objected")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aRepairThroughTheInstitutionIsGrantedOnceAndShortens() {
        ok(person.as(INSTITUTION, "/repairs", repair("R1", person.place)));
        assertThat(repairs()).isEqualTo("R1 2 PENDING - []");
        assertThat(refused(person.as(AGENCY, "/repairs/R1/grant", grant(false))))
                .isEqualTo("422 not-rectified TJ-37");
        List<Answer> answers =
                CommandsOverHttpTest.together(3, i -> person.as(AGENCY, "/repairs/R1/grant", grant(true)));
        assertThat(answers.stream().map(it -> it.status() == 201 ? "201" : it.problem()))
                .containsExactlyInAnyOrder("201", "409 repair-decided", "409 repair-decided");
        assertThat(repairs()).isEqualTo("R1 2 GRANTED 2 [{\"notice\":\"N1\",\"months\":1}]");
        assertThat(person.read("/standing?validAt=2025-03-20")
                        .json()
                        .at("/standing/until")
                        .asString())
                .isEqualTo("2025-04-03");
        assertThat(person.as(AGENCY, "/repairs/R1/refusal", "{\"date\": \"2025-03-21\", \"reason\": \"重复\"}")
                        .problem())
                .isEqualTo("409 repair-decided");
        assertThat(refused(person.as(AGENCY, "/repairs", repair("R2", person.elsewhere))))
                .isEqualTo("422 not-their-institution TJ-37");
        assertThat(refused(person.as(INSTITUTION, "/repairs", repair("R2", person.place))))
                .isEqualTo("422 year-full TJ-35.1");
    }

    @Test
    void aRestorationIsEffectiveWhenDecidedAndTheTermIsOver() {
        ok(person.as(
                INSTITUTION, "/trainings", "{\"date\": \"2025-04-01\", \"institution\": \"" + person.place + "\"}"));
        assertThat(refused(person.as(
                        PERSON, "/direct-restorations", "{\"restoration\": \"Q0\", \"date\": \"2025-04-07\"}")))
                .isEqualTo("422 not-approved TJ-36");
        Answer unasked = person.asInstitution(person.elsewhere, "/restorations", restoration("Q1", person.elsewhere));
        assertThat(refused(unasked) + " " + unasked.field()).isEqualTo("422 not-their-institution TJ-36 institution");
        ok(person.asInstitution(
                person.elsewhere,
                "/commitments",
                "{\"date\": \"2025-04-07\", \"institution\": \"" + person.elsewhere + "\"}"));
        ok(person.asInstitution(person.elsewhere, "/restorations", restoration("Q1", person.elsewhere)));
        assertThat(person.as(AGENCY, "/restorations", restoration("Q2", person.place))
                        .problem())
                .isEqualTo("409 restoration-pending");
        assertThat(refused(person.as(
                        AGENCY, "/restorations/Q1/pre-review", "{\"date\": \"2025-04-09\", \"passed\": true}")))
                .isEqualTo("422 no-pre-review TJ-36");
        ok(person.as(
                AGENCY,
                "/restorations/Q1/decision",
                "{\"date\": \"2025-04-10\", \"granted\": false, \"reason\": \"并非本机构\"}"));
        ok(person.as(AGENCY, "/restorations", restoration("Q2", person.place)));
        ok(person.as(AGENCY, "/restorations/Q2/decision", "{\"date\": \"2025-04-14\", \"granted\": true}"));
        assertThat(person.as(AGENCY, "/restorations/Q2/decision", "{\"date\": \"2025-04-14\", \"granted\": true}")
                        .problem())
                .isEqualTo("409 restoration-decided");
        JsonNode shown = person.read("/restorations").json().path("restorations");
        assertThat(shown.path(0).path("progress").asString()).isEqualTo("REFUSED");
        assertThat(shown.path(0).has("effective")).isFalse();
        assertThat(shown.path(1).path("effective").asString()).isEqualTo("2025-05-03");
        assertThat(shown.path(1).path("lifts").toString()).isEqualTo("[\"N1\"]");
        assertThat(kind("2025-05-02")).isEqualTo("SUSPENDED");
        assertThat(kind("2025-05-03")).isEqualTo("NORMAL");
    }

    @Test
    void aRestorationFindsNothingToLiftOnceTheScoreFell() {
        ok(person.as(INSTITUTION, "/restorations", restoration("Q1", person.place)));
        person.appeals("A1", "PERSON");
        ok(person.as(
                AGENCY,
                "/appeals/A1/decision",
                "{\"date\": \"2025-04-08\", \"outcome\": \"REVOKED\", \"ground\": \"FACTS\"}"));
        assertThat(refused(person.as(
                        AGENCY, "/restorations/Q1/decision", "{\"date\": \"2025-04-14\", \"granted\": true}")))
                .isEqualTo("422 nothing-to-lift TJ-36");
        ok(person.as(AGENCY, "/restorations/Q1/decision", "{\"date\": \"2025-04-14\", \"granted\": false}"));
    }

    @Test
    void whatIsRepeatedIsRecordedOnceAndAnotherContentUnderTheKeyIsAConflict() {
        String key = UUID.randomUUID().toString();
        String token = payqual.token(AGENCY);
        String first = repair("R1", person.place);
        Answer recorded = ok(person.send(token, key, "/repairs", first));
        assertThat(person.send(token, key, "/repairs", first).text()).isEqualTo(recorded.text());
        assertThat(person.send(token, key, "/repairs", first.replace("86", "87"))
                        .problem())
                .isEqualTo("409 key-reused");
        assertThat(person.send(token, UUID.randomUUID().toString(), "/repairs", first)
                        .problem())
                .isEqualTo("409 repair-known");
        String said = UUID.randomUUID().toString();
        String refusal = "{\"date\": \"2025-03-20\", \"reason\": \"整改未完成\"}";
        Answer refused = ok(person.send(token, said, "/repairs/R1/refusal", refusal));
        assertThat(person.send(token, said, "/repairs/R1/refusal", refusal).text())
                .isEqualTo(refused.text());
        assertThat(person.send(token, said, "/repairs/R1/refusal", refusal.replace("未", "尚未"))
                        .problem())
                .isEqualTo("409 key-reused");
    }

    private List<Boolean> marks(String day, long asOf) {
        String when = "?validAt=" + day + "&asOf=" + asOf;
        JsonNode people = payqual.ask(AGENCY, "/institutions/" + person.second + "/people" + when)
                .json();
        return List.of(
                person.read("/standing" + when).json().at("/standing/objected").booleanValue(),
                person.read("/year-totals" + when).json().path("objected").booleanValue(),
                person.read("/registrations" + when).json().path("objected").booleanValue(),
                person.read("/history" + when).json().path("objected").booleanValue(),
                person.read("/appeals" + when).json().path("objected").booleanValue(),
                person.read("/repairs" + when).json().path("objected").booleanValue(),
                person.read("/restorations" + when).json().path("objected").booleanValue(),
                people.at("/people/0/standing/objected").booleanValue());
    }

    private String appeal(String when) {
        JsonNode shown = person.read("/appeals" + when).json().path("appeals").path(0);
        return String.join(
                " ",
                shown.path("notice").asString(),
                shown.path("by").asString(),
                shown.path("ground").asString(),
                shown.path("filed").asString(),
                shown.path("handler").asString(),
                shown.path("explained").asString(),
                shown.path("escalated").asString(),
                shown.path("latest").asString(),
                shown.path("closed").asString("-"),
                shown.path("outcome").asString("-"));
    }

    private String repairs() {
        JsonNode shown = person.read("/repairs").json().path("repairs").path(0);
        return shown.path("repair").asString() + " " + shown.path("asked").asInt() + " "
                + shown.path("progress").asString() + " "
                + shown.path("granted").asString("-") + " "
                + shown.path("shortens");
    }

    private String kind(String day) {
        return person.read("/standing?validAt=" + day)
                .json()
                .at("/standing/kind")
                .asString();
    }

    static String repair(String id, String institution) {
        return """
                {"repair": "%s", "date": "2025-03-17", "institution": "%s", "path": "TRAINING_EXAM", "points": 2,
                 "approved": true, "evidence": {"hours": 8, "examScore": 86}}
                """.formatted(id, institution);
    }

    private static String grant(boolean rectified) {
        return "{\"date\": \"2025-03-19\", \"rectified\": " + rectified + ", \"shorten\": true}";
    }

    static String restoration(String id, String institution) {
        return "{\"restoration\": \"%s\", \"date\": \"2025-04-07\", \"institution\": \"%s\", \"approved\": true}"
                .formatted(id, institution);
    }

    private static String refused(Answer answer) {
        return answer.problem() + " " + answer.json().path("provision").asString("-");
    }

    private static long position(Answer answer) {
        JsonNode json = answer.json();
        return json.has("position")
                ? json.path("position").asLong()
                : json.at("/reflects/position").asLong();
    }
}
