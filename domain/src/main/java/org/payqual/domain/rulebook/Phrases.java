package org.payqual.domain.rulebook;

import static org.payqual.domain.file.Form.either;
import static org.payqual.domain.file.Form.oneOf;
import static org.payqual.domain.file.Form.phrase;
import static org.payqual.domain.file.Form.whole;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/** The phrases in which a rulebook speaks of citations, days, terms, shares and points. */
final class Phrases {

    /** What is cited: an article with its items, or a name. */
    static final String CITATION = "[A-Z]{2,8}-[A-Z0-9]+([.-][A-Z0-9]+)*";

    /** Whoever needs more says it in the instrument itself. */
    private static final int LONGEST_TEXT = 200;

    static final Form<Provision> PROVISION = phrase(
            CITATION,
            "条文引用，如 TJ-31.2.1",
            "a citation, such as TJ-31.2.1",
            m -> new Provision(m.group()),
            new Provision("-"));

    static final Form<String> CITED = Form.matching(CITATION, "条文引用，如 TJ-27.1", "a citation, such as TJ-27.1");

    static final Form<Boolean> TRUE = Form.truth();

    static final Form<String> CODE =
            Form.matching("[A-Z][A-Z0-9_]{0,63}", "大写代码，如 NURSING", "a code in capitals, such as NURSING");

    static final Form<String> ID =
            Form.matching("[a-z0-9]+(-[a-z0-9]+){0,9}", "标识，如 tianjin-2025", "an id, such as tianjin-2025");

    static final Form<Integer> POINTS = whole(1, 100);

    static final Form<Integer> TIMES = whole(1, 100);

    static final Form<Integer> WORKING_DAYS = phrase(
            "([1-9][0-9]?) working days?",
            "工作日数，如 3 working days",
            "working days, such as 3 working days",
            m -> number(m, 1),
            1);

    static final Form<Period> PERIOD = phrase(
            "([1-9][0-9]{0,2}) (month|year)s?",
            "期限，如 1 month 或 2 years",
            "a term, such as 1 month or 2 years",
            m -> span(m, 2, number(m, 1)),
            Period.ofMonths(1));

    static final Form<Range> RANGE = phrase(
            "([1-9][0-9]{0,2})\\.\\.([1-9][0-9]{0,2}) (month|year)s?",
            "期限范围，如 1..6 months",
            "a range of terms, such as 1..6 months",
            m -> new Range(months(span(m, 3, number(m, 1))), months(span(m, 3, number(m, 2)))),
            new Range(1, 1));

    static final Form<Range> WORTH = either(
            whole(1, 100).as(points -> new Range(points, points)),
            phrase(
                    "([1-9][0-9]?)\\.\\.([1-9][0-9]?)",
                    "分值范围，如 1..3",
                    "a range of points, such as 1..3",
                    m -> new Range(number(m, 1), number(m, 2)),
                    new Range(1, 1)));

    static final Form<BigDecimal> PERCENT = phrase(
            "([1-9][0-9]?|100) %",
            "百分比，如 20 %", "a share, such as 20 %", m -> new BigDecimal(m.group(1)).movePointLeft(2), BigDecimal.ONE);

    static final Form<Long> YUAN = phrase(
            "(0|[1-9][0-9]{0,11}) yuan",
            "金额，如 5000 yuan",
            "an amount, such as 5000 yuan",
            m -> Long.parseLong(m.group(1)),
            0L);

    private Phrases() {}

    /** Two bounds, both included. */
    record Range(int least, int most) {}

    /** Reads the provisions that a section cites. */
    static List<Provision> cites(Section section) {
        return section.list("cites", PROVISION);
    }

    /** Reads a section that states a rule without a choice. */
    static Citation citation(Section section, String key, String words) {
        section.says(key, words);
        return new Citation(cites(section));
    }

    /** Reads what a section says in both languages under a key. */
    static Text text(Section section, String key) {
        return section.text(key, LONGEST_TEXT);
    }

    /** Asks for a word that stands for true. */
    static Form<Boolean> yes(String word) {
        return oneOf(Map.of(word, true));
    }

    private static Period span(MatchResult match, int unit, int amount) {
        return match.group(unit).equals("year") ? Period.ofYears(amount) : Period.ofMonths(amount);
    }

    private static int months(Period period) {
        return Math.toIntExact(period.toTotalMonths());
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
