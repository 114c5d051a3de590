package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.cites;
import static org.payqual.domain.rulebook.Phrases.yes;

import java.util.EnumMap;
import java.util.Map;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.rulebook.SettlementRule.Pays;

/** Reads what is paid in every standing (TJ-21). */
final class SettlementReading {

    private SettlementReading() {}

    static Map<StandingKind, SettlementRule> read(Section root) {
        Section section = root.section("settlement");
        Map<StandingKind, SettlementRule> rules = new EnumMap<>(StandingKind.class);
        for (StandingKind standing : StandingKind.values()) {
            rules.put(standing, rule(section.section(standing.name())));
        }
        return rules;
    }

    private static SettlementRule rule(Section section) {
        SettlementRule rule = new SettlementRule(
                section.get("pays", Form.words(Pays.class)),
                section.getOr("specialCases", yes("with a reason"), false),
                section.getOr("where", yes("registered when it began"), false),
                cites(section));
        if (section.sound() && rule.registeredWhenItBegan() && rule.pays() != Pays.EMERGENCY) {
            section.misfit("where", "仅适用于 pays: emergency", "goes with pays: emergency only");
        }
        if (section.sound() && rule.specialCases() && rule.pays() == Pays.ALL) {
            section.misfit("specialCases", "已全部结算", "everything is paid already");
        }
        return rule;
    }
}
