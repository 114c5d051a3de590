package org.payqual.domain.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.domain.scenario.Verdict.Point;
import org.payqual.domain.scenario.Verdict.Said;
import org.payqual.domain.scenario.Verdict.Taken;
import org.payqual.domain.screen.Columns;

/** Tells people what came of scenarios: a line for each, and for a failed one everything that led to it. */
public final class Report {

    private static final String DETAIL = " ".repeat(6);

    /** How wide the words for an outcome are. */
    private static final int OUTCOME = 14;

    /** How wide a line of a name is, and of the provisions beside it. */
    private static final int NAME = 46;

    private static final int PROVISIONS = 16;

    private Report() {}

    /** Returns the lines about the scenarios of one file. */
    public static List<String> lines(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(it ->
                        Stream.concat(head(it), it.outcome() == Outcome.FAILED ? details(it).stream() : Stream.empty()))
                .toList();
    }

    private static Stream<String> head(Verdict verdict) {
        List<String> name = Columns.wrapped(verdict.scenario().name(), NAME);
        List<String> rests = Columns.wrapped(
                Stream.concat(Stream.of(Comparison.words(verdict.scenario().cites())), verdict.awaits().stream())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("  ")),
                PROVISIONS);
        return IntStream.range(0, Math.max(name.size(), rests.size()))
                .mapToObj(i -> ("  " + Columns.padded(i == 0 ? label(verdict.outcome()) : "", OUTCOME)
                                + Columns.padded(i < name.size() ? name.get(i) : "", NAME + 2)
                                + (i < rests.size() ? rests.get(i) : ""))
                        .stripTrailing());
    }

    /** Returns the lines that count the scenarios of all files, in Chinese and English. */
    public static String count(List<Verdict> verdicts) {
        long ok = count(verdicts, Outcome.OK);
        long failed = count(verdicts, Outcome.FAILED);
        long notYet = count(verdicts, Outcome.NOT_YET);
        return verdicts.size() + " 个情景：" + ok + " 通过，" + failed + " 不符，" + notYet + " 暂缺\n" + verdicts.size()
                + (verdicts.size() == 1 ? " scenario: " : " scenarios: ") + ok + " ok, " + failed + " failed, " + notYet
                + " not yet";
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case NOT_YET -> "not yet";
        };
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case OK -> "通过 ok";
            case FAILED -> "不符 FAILED";
            case NOT_YET -> "暂缺 not yet";
        };
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(it -> it.outcome() == outcome).count();
    }

    private static List<String> details(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(DETAIL + "步骤 steps");
        Table steps = new Table();
        verdict.taken().forEach(taken -> add(steps, taken, verdict));
        lines.addAll(steps.lines(DETAIL + "  "));
        if (!verdict.answers().isEmpty()) {
            lines.add(DETAIL + "期望 expectations");
            Table answers = new Table();
            verdict.answers().forEach(answer -> add(answers, answer, verdict));
            lines.addAll(answers.lines(DETAIL + "  "));
        }
        return lines;
    }

    private static void add(Table steps, Taken taken, Verdict verdict) {
        Step step = taken.step();
        String mark = taken.asExpected() ? "" : "<- 应为 expected: " + expected(step);
        String date = step.date().equals(taken.recorded())
                ? step.date().toString()
                : step.date() + " known " + taken.recorded();
        String line = "line " + step.line();
        String word = step.act().word();
        if (taken.said().isEmpty()) {
            steps.add(line, date, "", word, "无 nothing", "没有以其为依据的记分 nothing was scored on it", mark);
        }
        for (Said said : taken.said()) {
            String who = said.person() == null ? "" : who(verdict, said.person());
            switch (said.reply()) {
                case Reply.Accepted it ->
                    steps.add(line, date, who, word, "办理 accepted", Comparison.words(it.rests()), mark);
                case Reply.Refused it -> steps.add(line, date, who, word, "不予 refused", refused(it), mark);
            }
        }
    }

    private static String refused(Reply.Refused refused) {
        String provision =
                refused.provision() == null ? "" : refused.provision().citation() + " ";
        return provision + refused.code() + ": " + refused.reason();
    }

    private static String expected(Step step) {
        return step.refused() == null
                ? "accepted"
                : "refused on " + step.refused().citation();
    }

    private static void add(Table answers, Answer answer, Verdict verdict) {
        Expectation expectation = answer.expectation();
        String when = expectation.known() == null
                ? expectation.date().toString()
                : expectation.date() + " known " + expectation.known();
        for (Point point : answer.points()) {
            answers.add(
                    point.met() ? "" : "->",
                    "line " + expectation.line(),
                    when,
                    answer.person() == null ? "" : who(verdict, answer.person()),
                    point.name(),
                    "应为 expected " + point.expected(),
                    "实为 came out " + point.found());
        }
    }

    /** A scenario of one person need not say who. */
    private static String who(Verdict verdict, String person) {
        return verdict.scenario().people().size() == 1 ? "" : person;
    }
}
