package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.cites;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.InstitutionRatio.Threshold;

/** Reads what follows for institutions (TJ-33, 38). */
final class InstitutionReading {

    private static final Form<Boolean> DUE = Form.words(Follows.class).as(follows -> follows == Follows.MUST);

    private InstitutionReading() {}

    static InstitutionRatio ratio(Section section) {
        section.says("counting", "people under a measure");
        section.says("among", "people registered in the year");
        List<Threshold> thresholds = new ArrayList<>();
        for (Section each : section.sectionsOrNone("thresholds")) {
            Threshold next = new Threshold(
                    each.get("from", Phrases.PERCENT),
                    each.get("effect", Form.code(RatioEffect.class)),
                    each.get("follows", DUE));
            if (each.sound()) {
                if (!thresholds.isEmpty()
                        && next.from().compareTo(thresholds.getLast().from()) <= 0) {
                    each.misfit("from", "应高于前一级", "must be more than the threshold before");
                }
                if (thresholds.stream().anyMatch(it -> it.effect() == next.effect())) {
                    each.misfit("effect", "同一后果只能写一次", "each effect has one threshold");
                }
                thresholds.add(next);
            }
        }
        return new InstitutionRatio(thresholds, cites(section));
    }

    static Map<String, Breach> breaches(Section section) {
        return section.each(Phrases.CODE, (code, of) -> new Breach(code, Phrases.text(of, "about"), cites(of)));
    }

    private enum Follows {
        MAY,
        MUST
    }
}
