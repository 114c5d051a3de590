package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.cites;
import static org.payqual.domain.rulebook.Phrases.yes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.ledger.Provision;

/** Reads what follows from a total (TJ-25, 31): the year, the tiers, and how measures run. */
final class ConsequenceReading {

    private final Section root;
    private final Year year;

    private ConsequenceReading(Section root) {
        this.root = root;
        this.year = year(root.section("year"));
    }

    /** What follows from a total. */
    record Consequences(Year year, List<Tier> tiers, Measures measures) {}

    static Consequences read(Section root) {
        ConsequenceReading reading = new ConsequenceReading(root);
        return new Consequences(reading.year, reading.tiers(), measures(root.section("measures")));
    }

    private static Year year(Section section) {
        section.says("of", "handling date");
        // A total without a cap is said, not left out: whoever reads the rulebook sees that it was thought of.
        int cap = section.get("cap", Form.either(yes("none").as(none -> 0), Form.whole(1, 100)));
        return new Year(cap == 0 ? null : cap, cites(section));
    }

    private List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        for (Section section : root.sections("consequences")) {
            Tier tier = tier(section);
            if (section.sound()) {
                check(tier, section, tiers);
                tiers.add(tier);
            }
        }
        return tiers;
    }

    private static Tier tier(Section section) {
        Section suspend = section.findSection("suspend");
        Section terminate = section.findSection("terminate");
        int from = section.get("from", Form.whole(1, 100));
        boolean keySupervision = section.getOr("keySupervision", Phrases.TRUE, false);
        boolean interview = section.getOr("interview", yes("required"), false);
        boolean circular = section.getOr("circular", yes("required"), false);
        boolean training = section.getOr("training", yes("required"), false);
        List<Provision> provisions = cites(section);
        @Nullable Columns columns = null;
        if (suspend != null) {
            columns = columns(MeasureKind.SUSPENSION, suspend, provisions);
        }
        if (terminate != null) {
            columns = columns(MeasureKind.TERMINATION, terminate, provisions);
        }
        if (suspend != null && terminate != null) {
            section.misfit("terminate", "同一级不能既暂停又终止", "one tier cannot both suspend and terminate");
        }
        if (columns == null && !keySupervision && !interview && !circular && !training) {
            section.misfit("该级没有任何后果", "nothing follows from this tier");
        }
        return new Tier(
                from,
                keySupervision,
                interview,
                circular,
                training,
                columns == null ? null : columns.addedUp,
                columns == null ? null : columns.oneNotice,
                provisions);
    }

    private record Columns(Effect addedUp, Effect oneNotice) {}

    private static Columns columns(MeasureKind kind, Section section, List<Provision> tier) {
        boolean reason = section.getOr("reason", yes("required"), false);
        List<Provision> provisions = section.has("cites") ? cites(section) : tier;
        Form<Term> term = Form.either(
                Phrases.PERIOD.as(Term.Fixed::new),
                Phrases.RANGE.as(range -> new Term.Stated(range.least(), range.most(), reason, provisions)));
        boolean stated = section.has("stated");
        Effect addedUp = new Effect(kind, section.get(stated ? "stated" : "addedUp", term));
        Effect oneNotice = stated ? addedUp : new Effect(kind, section.get("oneNotice", term));
        check(section, stated ? "stated" : "addedUp", addedUp);
        if (!stated) {
            check(section, "oneNotice", oneNotice);
            if (section.sound() && oneNotice.compareTo(addedUp) < 0) {
                section.misfit("oneNotice", "比累计（addedUp）还短", "shorter than where the points add up (addedUp)");
            }
        }
        return new Columns(addedUp, oneNotice);
    }

    private static void check(Section section, String key, Effect effect) {
        if (effect.term() instanceof Term.Stated range && range.minMonths() >= range.maxMonths()) {
            section.misfit(key, "范围应从小到大", "a range goes from less to more");
        }
    }

    private void check(Tier tier, Section section, List<Tier> lower) {
        if (year.cap() != null && tier.from() > year.cap()) {
            section.misfit(
                    "from", "全年上限 " + year.cap() + " 分，达不到", "the year's cap of " + year.cap() + " never reaches it");
        }
        if (lower.isEmpty()) {
            return;
        }
        if (tier.from() <= lower.getLast().from()) {
            section.misfit(
                    "from",
                    "应高于前一级的 " + lower.getLast().from() + " 分",
                    "must be more than the tier before, which begins at "
                            + lower.getLast().from());
        }
        String key = section.has("terminate") ? "terminate" : "suspend";
        for (Tier before : lower) {
            if (lighter(tier.addedUp(), before.addedUp()) || lighter(tier.oneNotice(), before.oneNotice())) {
                section.misfit(
                        key,
                        "比 " + before.from() + " 分的后果还轻",
                        "lighter than what follows from " + before.from() + " points");
                return;
            }
        }
    }

    private static boolean lighter(@Nullable Effect effect, @Nullable Effect before) {
        return effect != null && before != null && effect.compareTo(before) < 0;
    }

    private static Measures measures(Section section) {
        section.says("several", "concurrent");
        section.says("bothColumns", "the heavier");
        section.says("atYearEnd", "run on");
        return new Measures(
                section.get("start", Form.words(Measures.Start.class)),
                section.get("firstDay", Form.words(Measures.FirstDay.class)),
                section.get("atExpiry", Form.words(Measures.Expiry.class)),
                section.get("oneNotice", Form.words(Measures.OneNotice.class)),
                cites(section));
    }
}
