package org.payqual.domain.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Text;
import org.payqual.domain.file.Value.Scalar.Kind;
import org.payqual.domain.ledger.Provision;

/** What the single values of a file of scenarios look like. */
final class Forms {

    /** The name of a scenario. */
    static final Form<String> NAME = Form.text(200);

    /** A reason, as somebody would write it. */
    static final Form<String> REASON = Form.text(2000);

    /** The name by which a scenario calls a person. */
    static final Form<String> PERSON = Form.text(64);

    /** The id of a notice, an inspection, a handling, a request, or the code of a violation. */
    static final Form<String> ID = Form.matching(
            "[A-Za-z0-9._-]{1,64}",
            "编号（字母、数字、点、下划线、连字符，最多 64 个）",
            "an id of letters, digits, dots, underscores and hyphens, 64 at most");

    /** The code of an institution. */
    static final Form<String> INSTITUTION = Form.matching(
            "[A-Z0-9]{1,32}", "机构代码（大写字母和数字，最多 32 个）", "an institution's code of capitals and digits, 32 at most");

    /** The role of a person at an institution. */
    static final Form<String> ROLE =
            Form.matching("[A-Z][A-Z_]{0,63}", "人员类别，如 MEDICAL", "a role in capitals, such as MEDICAL");

    /** An insurance region, with or without quotes. */
    static final Form<String> REGION = new Form<>(
            new Text("医保区划，如 120101", "a region, such as 120101"),
            Set.of(Kind.WHOLE, Kind.TEXT),
            text -> text.matches("[0-9]{2,6}") ? Optional.of(text) : Optional.empty(),
            "");

    /** A provision, by its citation. */
    static final Form<Provision> PROVISION = Form.matching(
                    "[A-Z]{2,8}(-[A-Z0-9.]{1,24}){1,3}", "条款编号，如 TJ-31.2.1", "a citation, such as TJ-31.2.1")
            .as(citation -> citation.isEmpty() ? new Provision("?") : new Provision(citation));

    /** An article of the supervision regulation, as a number with or without quotes. */
    static final Form<Integer> ARTICLE = new Form<>(
            new Text("条例的条号，如 38", "an article of the regulation, such as 38"),
            Set.of(Kind.WHOLE, Kind.TEXT),
            text -> text.matches("[1-9][0-9]{0,2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
            1);

    /** Points of a finding or of a year. */
    static final Form<Integer> POINTS = Form.whole(0, 10_000);

    /** An amount in whole yuan. */
    static final Form<Long> AMOUNT = new Form<>(
            new Text("整数金额（元）", "an amount in whole yuan"),
            Set.of(Kind.WHOLE),
            text -> text.matches("[0-9]{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty(),
            0L);

    /** A share of people. */
    static final Form<BigDecimal> SHARE = new Form<>(
            new Text("0 至 1 之间的数", "a number from 0 to 1"),
            Set.of(Kind.WHOLE, Kind.DECIMAL),
            text -> text.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
                    ? Optional.of(new BigDecimal(text)).filter(share -> share.compareTo(BigDecimal.ONE) <= 0)
                    : Optional.empty(),
            BigDecimal.ZERO);

    private Forms() {}
}
