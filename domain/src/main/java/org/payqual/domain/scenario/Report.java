package org.payqual.domain.scenario;

import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Outcome;
import org.payqual.domain.scenario.Verdict.Point;
import org.payqual.domain.scenario.Verdict.Said;
import org.payqual.domain.scenario.Verdict.Taken;

/** Tells people what came of scenarios: a line for each, and for a failed one everything that led to it. */
public final class Report {

    private static final String DETAIL = "           ";

    private Report() {}

    /** Returns the lines about the scenarios of one file. */
    public static List<String> lines(List<Verdict> verdicts) {
        Columns table = new Columns();
        for (Verdict verdict : verdicts) {
            table.add(
                    "  " + word(verdict.outcome()),
                    verdict.scenario().name(),
                    Comparison.words(verdict.scenario().cites()),
                    String.join(", ", verdict.awaits()));
        }
        List<String> heads = table.lines("");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            lines.add(heads.get(i));
            if (verdicts.get(i).outcome() == Outcome.FAILED) {
                lines.addAll(details(verdicts.get(i)));
            }
        }
        return lines;
    }

    /** Returns the line that counts the scenarios of all files. */
    public static String count(List<Verdict> verdicts) {
        return verdicts.size() + (verdicts.size() == 1 ? " scenario: " : " scenarios: ")
                + count(verdicts, Outcome.OK) + " ok, " + count(verdicts, Outcome.FAILED) + " failed, "
                + count(verdicts, Outcome.NOT_YET) + " not yet";
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case NOT_YET -> "not yet";
        };
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(it -> it.outcome() == outcome).count();
    }

    private static List<String> details(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(DETAIL + "steps");
        Columns steps = new Columns();
        verdict.taken().forEach(taken -> add(steps, taken, verdict));
        lines.addAll(steps.lines(DETAIL + "  "));
        if (!verdict.answers().isEmpty()) {
            lines.add(DETAIL + "expectations");
            Columns answers = new Columns();
            verdict.answers().forEach(answer -> add(answers, answer, verdict));
            lines.addAll(answers.lines(DETAIL + "  "));
        }
        return lines;
    }

    private static void add(Columns steps, Taken taken, Verdict verdict) {
        Step step = taken.step();
        String mark = taken.asExpected() ? "" : "<- expected: " + expected(step);
        String date = step.date().equals(taken.recorded())
                ? step.date().toString()
                : step.date() + " known " + taken.recorded();
        String line = "line " + step.line();
        String word = step.act().word();
        if (taken.said().isEmpty()) {
            steps.add(line, date, "", word, "nothing", "nothing was scored on it", mark);
        }
        for (Said said : taken.said()) {
            String who = said.person() == null ? "" : who(verdict, said.person());
            switch (said.reply()) {
                case Reply.Accepted it ->
                    steps.add(line, date, who, word, "accepted", Comparison.words(it.rests()), mark);
                case Reply.Refused it -> steps.add(line, date, who, word, "refused", refused(it), mark);
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

    private static void add(Columns answers, Answer answer, Verdict verdict) {
        Expectation expectation = answer.expectation();
        String when = expectation.known() == null
                ? expectation.date().toString()
                : expectation.date() + " known " + expectation.known();
        for (Point point : answer.points()) {
            answers.add(
                    "line " + expectation.line(),
                    when,
                    answer.person() == null ? "" : who(verdict, answer.person()),
                    point.name(),
                    "expected " + point.expected(),
                    "came out " + point.found(),
                    point.met() ? "" : "<-");
        }
    }

    /** A scenario of one person need not say who. */
    private static String who(Verdict verdict, String person) {
        return verdict.scenario().people().size() == 1 ? "" : person;
    }
}
