package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.CODE;
import static org.payqual.domain.rulebook.Phrases.POINTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.ledger.Provision;

/**
 * Reads circumstances (TJ-26 to 29), each against the bands and roles of the rulebook.
 *
 * @param bands by name, those with faults as well
 * @param soundBands the names of those whose points can be relied on
 * @param people the roles
 */
record CircumstanceReading(Map<String, Band> bands, Set<String> soundBands, Map<InstitutionKind, Roles> people) {

    Circumstance read(String code, Section section) {
        String band = section.get("band", Form.matching("[a-z]{1,32}", "档名", "the name of a band"));
        if (section.sound() && !bands.containsKey(band)) {
            section.misfit("band", "没有名为 " + band + " 的档次", "there is no band " + band);
        }
        Set<HandlingKind> handlings = Ordered.set(section.listOrNone("handling", Form.code(HandlingKind.class)));
        InstitutionCondition institution = institution(section.findSection("institution"));
        return new Circumstance(
                code,
                new Provision(code),
                band,
                handlings,
                manners(section, handlings),
                articles(section, handlings),
                institution,
                roles(section, institution),
                repeats(section),
                amounts(section, band),
                reasonRequired(section),
                Phrases.text(section, "about"));
    }

    private static Set<HandlingManner> manners(Section section, Set<HandlingKind> handlings) {
        Set<HandlingManner> manners = Ordered.set(section.listOrNone("manner", Form.code(HandlingManner.class)));
        if (!manners.isEmpty() && !handlings.contains(HandlingKind.AGREEMENT_HANDLING)) {
            section.misfit(
                    "manner",
                    "只有 AGREEMENT_HANDLING 才有处理方式",
                    "only an AGREEMENT_HANDLING is made in one of these manners");
        }
        return manners;
    }

    private static Set<Integer> articles(Section section, Set<HandlingKind> handlings) {
        Set<Integer> articles = Ordered.set(section.listOrNone("regulation", Form.whole(1, 999)));
        if (!articles.isEmpty() && !handlings.contains(HandlingKind.ADMINISTRATIVE_PENALTY)) {
            section.misfit(
                    "regulation",
                    "只有 ADMINISTRATIVE_PENALTY 才依据条例的条文",
                    "only an ADMINISTRATIVE_PENALTY rests on articles of the regulation");
        }
        return articles;
    }

    private static @Nullable InstitutionCondition institution(@Nullable Section section) {
        return section == null
                ? null
                : new InstitutionCondition(
                        section.get("kind", Form.code(InstitutionKind.class)),
                        section.getOr("public", Phrases.TRUE, false));
    }

    private Set<String> roles(Section section, @Nullable InstitutionCondition institution) {
        List<String> roles = section.listOrNone("roles", CODE);
        for (String role : roles) {
            boolean known = people.entrySet().stream()
                    .filter(kind -> institution == null || kind.getKey() == institution.kind())
                    .anyMatch(kind -> kind.getValue().roles().contains(role));
            if (!known) {
                section.misfitItem("roles", role, "没有人员类别 " + role, "nobody has the role " + role);
            }
        }
        return Ordered.set(roles);
    }

    private static @Nullable Repeats repeats(Section section) {
        if (!section.has("repeats") && !section.has("within")) {
            return null;
        }
        return new Repeats(
                Ordered.set(section.list("repeats", Phrases.CITED)),
                section.get("within", Form.words(Repeats.Within.class)));
    }

    private List<AmountStep> amounts(Section section, String name) {
        List<AmountStep> steps = new ArrayList<>();
        if (section.has("amounts")) {
            for (Section step : section.sections("amounts")) {
                AmountStep next = new AmountStep(step.get("from", Phrases.YUAN), step.get("points", POINTS));
                if (step.sound()) {
                    checkStep(next, steps.isEmpty() ? null : steps.getLast(), step);
                    checkInBand(next, name, step);
                    steps.add(next);
                }
            }
        }
        return steps;
    }

    private static void checkStep(AmountStep next, @Nullable AmountStep before, Section step) {
        if (before == null && next.fromYuan() != 0) {
            step.misfit("from", "第一级应从 0 yuan 起", "the first step must begin at 0 yuan");
        }
        if (before != null && next.fromYuan() <= before.fromYuan()) {
            step.misfit("from", "应高于前一级", "must be more than the step before");
        }
        if (before != null && next.points() <= before.points()) {
            step.misfit("points", "应多于前一级", "must be more than the step before");
        }
    }

    private void checkInBand(AmountStep step, String name, Section section) {
        Band band = bands.get(name);
        boolean within = band == null
                || !soundBands.contains(name)
                || (step.points() >= band.lowest() && step.points() <= band.highest());
        if (!within) {
            section.misfit("points", "不在档次 " + name + " 之内", "outside the band " + name);
        }
    }

    private static boolean reasonRequired(Section section) {
        Section discretion = section.findSection("discretion");
        return discretion != null && discretion.get("reason", Phrases.yes("required"));
    }
}
