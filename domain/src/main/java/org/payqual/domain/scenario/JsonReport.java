package org.payqual.domain.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.domain.scenario.Verdict.Point;
import org.payqual.domain.scenario.Verdict.Said;
import org.payqual.domain.scenario.Verdict.Taken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells programs what came of scenarios. */
public final class JsonReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode report = JSON.createObjectNode();
    private final ArrayNode files;

    /** Begins a report. */
    public JsonReport() {
        report.put("format", 1);
        files = report.putArray("files");
    }

    /** Adds a file whose scenarios were looked at. */
    public void add(String file, String rulebook, List<Verdict> verdicts) {
        ObjectNode node = files.addObject().put("file", file).put("rulebook", rulebook);
        ArrayNode scenarios = node.putArray("scenarios");
        verdicts.forEach(verdict -> add(scenarios.addObject(), verdict));
    }

    /** Adds a file that cannot be read, with its faults. */
    public void addFaulty(String file, List<String> faults) {
        ArrayNode told = files.addObject().put("file", file).putArray("faults");
        faults.forEach(told::add);
    }

    /** Returns the report as text. */
    public String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static void add(ObjectNode node, Verdict verdict) {
        node.put("name", verdict.scenario().name());
        node.put("line", verdict.scenario().line());
        cite(node, "cites", verdict.scenario().cites());
        node.put("outcome", Report.word(verdict.outcome()));
        if (verdict.outcome() == Outcome.NOT_YET) {
            ArrayNode awaits = node.putArray("awaits");
            verdict.awaits().forEach(awaits::add);
            return;
        }
        ArrayNode steps = node.putArray("steps");
        verdict.taken().forEach(taken -> add(steps.addObject(), taken));
        ArrayNode answers = node.putArray("expectations");
        verdict.answers().forEach(answer -> add(answers.addObject(), answer));
    }

    private static void add(ObjectNode node, Taken taken) {
        Step step = taken.step();
        node.put("line", step.line()).put("date", step.date().toString());
        node.put("recorded", taken.recorded().toString()).put("step", step.act().word());
        node.put("asExpected", taken.asExpected());
        put(node, "expectedRefusal", step.refused());
        ArrayNode replies = node.putArray("replies");
        for (Said said : taken.said()) {
            ObjectNode told = replies.addObject();
            if (said.person() != null) {
                told.put("who", said.person());
            }
            switch (said.reply()) {
                case Reply.Accepted it -> cite(told.put("accepted", true), "cites", it.rests());
                case Reply.Refused it -> {
                    told.put("accepted", false).put("code", it.code()).put("reason", it.reason());
                    put(told, "provision", it.provision());
                }
            }
        }
    }

    private static void add(ObjectNode node, Answer answer) {
        Expectation expectation = answer.expectation();
        node.put("line", expectation.line()).put("date", expectation.date().toString());
        if (expectation.known() != null) {
            node.put("known", expectation.known().toString());
        }
        if (answer.person() != null) {
            node.put("who", answer.person());
        }
        node.put("met", answer.met());
        ArrayNode points = node.putArray("points");
        for (Point point : answer.points()) {
            points.addObject()
                    .put("name", point.name())
                    .put("expected", point.expected())
                    .put("found", point.found())
                    .put("met", point.met());
        }
    }

    private static void cite(ObjectNode node, String key, List<Provision> provisions) {
        ArrayNode cites = node.putArray(key);
        provisions.forEach(it -> cites.add(it.citation()));
    }

    private static void put(ObjectNode node, String key, @Nullable Provision provision) {
        if (provision != null) {
            node.put(key, provision.citation());
        }
    }
}
