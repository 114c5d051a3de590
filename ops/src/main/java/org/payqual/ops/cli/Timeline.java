package org.payqual.ops.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.payqual.domain.screen.Columns;
import tools.jackson.databind.JsonNode;

/**
 * Prints what is known of a person in 80 columns: where they stand first, then event by event in order of recording.
 */
final class Timeline {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int NAME = 22;
    private static final int VALUE = 58;

    private static final int DAY = 12;
    private static final int POSITION = 8;
    private static final int WHAT = 38;
    private static final int PROVISIONS = 22;

    /** What of a fact is told beside its name, in this order. */
    private static final Map<String, String> FACTS = facts();

    private final PrintWriter out;

    Timeline(PrintWriter out) {
        this.out = out;
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("institution", "机构 at");
        facts.put("notice", "通知书 notice");
        facts.put("handling", "处理 handling");
        facts.put("appeal", "申诉 appeal");
        facts.put("repair", "修复 repair");
        facts.put("restoration", "恢复 restoration");
        facts.put("outcome", "结果 outcome");
        facts.put("points", "分 points");
        facts.put("months", "个月 months");
        facts.put("from", "自 from");
        facts.put("until", "至 until");
        return facts;
    }

    /** Prints the answers that the command put together. */
    void print(JsonNode known) {
        JsonNode answer = known.path("standing");
        out.println("人员 person " + answer.path("person").asString());
        out.println(answer.path("validAt").asString() + " 当日，据账本位置 "
                + answer.at("/reflects/position").asString() + " / on that day, as of log position "
                + answer.at("/reflects/position").asString());
        out.println();
        standing(answer.path("standing"));
        known.at("/yearTotals/years").forEach(this::year);
        known.at("/registrations/registrations").forEach(this::registration);
        out.println();
        row("生效", "位置", "事项", "条款");
        row("effective", "position", "what", "provisions");
        known.path("events").forEach(this::event);
    }

    private void standing(JsonNode standing) {
        StringBuilder told = new StringBuilder(both(standing.path("label")));
        if (standing.path("until").isString()) {
            told.append("，至 until ").append(standing.path("until").asString());
        }
        if (standing.path("termServed").asBoolean(false)) {
            told.append("，期满待恢复 term served");
        }
        if (standing.path("objected").asBoolean(false)) {
            told.append("，申诉中 appeal open");
        }
        told.append("  ").append(texts(standing.path("provisions")));
        line("状态 standing", told.toString());
    }

    private void year(JsonNode year) {
        line(
                year.path("year").asString() + " 记分 points",
                year.path("points").asString()
                        + (year.path("keySupervision").asBoolean(false) ? "，重点监管 under key supervision" : ""));
    }

    private void registration(JsonNode registration) {
        line(
                "登记备案 registered",
                registration.path("institution").asString() + "  自 from "
                        + registration.path("from").asString());
    }

    private void line(String name, String value) {
        String left = name;
        for (String part : Columns.wrapped(value.strip(), VALUE)) {
            out.println(Columns.padded(left, NAME) + part);
            left = "";
        }
    }

    private void event(JsonNode event) {
        row(
                event.path("effective").asString("-"),
                event.path("position").asString(),
                both(event.path("label")),
                texts(event.path("provisions")));
        if (event.path("correctedBy").isNumber()) {
            row("", "", "已作更正，不再有效 corrected, no longer counts", "");
        }
        pieces(event).forEach(it -> row("", "", it, ""));
        event.at("/fact/findings")
                .forEach(it -> row(
                        "",
                        "",
                        it.path("violation").asString("") + " "
                                + it.path("responsibility").asString("") + " "
                                + it.path("points").asString("") + " 分 points",
                        it.path("circumstance").asString("")));
        together(Stream.concat(Stream.of("录入 recorded " + recorded(event)), by(event.path("by"))))
                .forEach(it -> row("", "", it, ""));
    }

    /** Tells what the fact says, of a measure in it as well; the day on which it took effect stands at the left. */
    private static List<String> pieces(JsonNode event) {
        String effective = event.path("effective").asString("");
        return together(FACTS.entrySet().stream()
                .flatMap(it -> Stream.of("/fact/", "/fact/measure/")
                        .map(at -> event.at(at + it.getKey()))
                        .filter(value -> value.isString() || value.isNumber())
                        .map(JsonNode::asString)
                        .filter(value -> !value.equals(effective))
                        .map(value -> it.getValue() + " " + value)));
    }

    /** Puts as many pieces on a line as it holds, and breaks none. */
    private static List<String> together(Stream<String> pieces) {
        List<String> lines = new ArrayList<>();
        pieces.forEach(piece -> {
            String longer = lines.isEmpty() ? "" : lines.getLast() + "  " + piece;
            if (!lines.isEmpty() && Columns.width(longer) <= WHAT) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(piece);
            }
        });
        return lines;
    }

    private static LocalDate recorded(JsonNode event) {
        return LocalDate.ofInstant(Instant.parse(event.path("recordedAt").asString()), ZONE);
    }

    private static Stream<String> by(JsonNode by) {
        String role = by.path("role").asString("").toLowerCase(Locale.ROOT).replace('_', '-');
        String organisation = by.path("organisation").asString("");
        return Stream.of(role, organisation).filter(it -> !it.isEmpty());
    }

    private void row(String day, String position, String what, String provisions) {
        List<String> whats = Columns.wrapped(what, WHAT);
        List<String> rests = Columns.wrapped(provisions, PROVISIONS);
        for (int i = 0; i < Math.max(whats.size(), rests.size()); i++) {
            String left = i == 0
                    ? Columns.padded(day, DAY) + " ".repeat(Math.max(0, POSITION - Columns.width(position))) + position
                    : " ".repeat(DAY + POSITION);
            out.println((left + " " + Columns.padded(i < whats.size() ? whats.get(i) : "", WHAT) + " "
                            + (i < rests.size() ? rests.get(i) : ""))
                    .stripTrailing());
        }
    }

    private static String both(JsonNode label) {
        return label.path("zh").asString("") + " " + label.path("en").asString("");
    }

    private static String texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
    }
}
