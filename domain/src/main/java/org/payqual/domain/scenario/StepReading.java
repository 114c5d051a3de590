package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.ledger.Provision;

/** Reads the steps of one scenario, in their order. */
final class StepReading {

    private record Handled(String inspection, String at, String kind, LocalDate date) {}

    private static final Map<String, BiFunction<Section, Cast, Act>> ACTS = acts();

    private final Cast cast;
    private final Map<String, Handled> handlings = new HashMap<>();
    private final Set<String> notices = new HashSet<>();

    StepReading(Cast cast) {
        this.cast = cast;
    }

    Step step(Section section) {
        LocalDate date = section.get("date", Form.date());
        LocalDate recorded = section.getOr("recorded", Form.date(), date);
        Act act = act(section);
        List<String> who = cast.who(section, act instanceof Act.Overturn);
        Provision refused = section.find("refused", Forms.PROVISION);
        checkHandling(section, date, act);
        return new Step(section.place().line(), date, recorded, who, act, refused);
    }

    private Act act(Section section) {
        return section.exactlyOne(ACTS.keySet())
                .map(word -> read(word, section.section(word)))
                .orElseGet(() -> new Act.Train(null));
    }

    private Act read(String word, Section section) {
        BiFunction<Section, Cast, Act> reading = ACTS.get(word);
        if (reading == null) {
            throw new IllegalArgumentException("no such act: " + word);
        }
        return reading.apply(section, cast);
    }

    /** One handling is one decision, however many steps score on it; what is overturned was scored on before. */
    private void checkHandling(Section section, LocalDate date, Act act) {
        switch (act) {
            case Act.Score score -> {
                notices.add(score.notice());
                Handled handled = new Handled(
                        score.inspection(), score.at(), score.handling().name(), date);
                Handled before = score.handlingId() == null ? null : handlings.putIfAbsent(score.handlingId(), handled);
                if (before != null && !before.equals(handled)) {
                    section.misfit(
                            "score",
                            "同一 handlingId 的日期、机构、监督检查或种类不一致",
                            "the same handlingId stands above with another date, institution, inspection or kind");
                }
            }
            case Act.Overturn overturn -> {
                boolean known = overturn.notice() != null
                        ? known(overturn.notice(), notices)
                        : known(overturn.handlingId(), handlings.keySet());
                if (!known) {
                    section.misfit("overturn", "此前没有据以记分的处理决定", "nothing was scored on it above");
                }
            }
            default -> {}
        }
    }

    /** An id that is missing or of another form was told of already. */
    private static boolean known(@Nullable String id, Set<String> ids) {
        return id == null || id.isEmpty() || ids.contains(id);
    }

    private static Map<String, BiFunction<Section, Cast, Act>> acts() {
        Map<String, BiFunction<Section, Cast, Act>> acts = new LinkedHashMap<>();
        acts.put("commit", (s, cast) -> new Act.Commit(cast.at(s)));
        acts.put(
                "register",
                (s, cast) -> new Act.Register(cast.at(s), s.get("role", Forms.ROLE), ActReading.primary(s)));
        acts.put("amend", (s, cast) -> ActReading.amend(s, cast));
        acts.put("depart", (s, cast) -> new Act.Depart(cast.at(s)));
        acts.put("score", ActReading::score);
        acts.put("serve", (s, cast) -> ActReading.serve(s));
        acts.put("interview", (s, cast) -> new Act.Interview(s.find("notice", Forms.ID)));
        acts.put("remind", (s, cast) -> ActReading.remind(s));
        acts.put("overturn", (s, cast) -> ActReading.overturn(s));
        acts.put("train", (s, cast) -> new Act.Train(s.has("at") ? cast.at(s) : null));
        acts.put("appeal", (s, cast) -> ActReading.appeal(s));
        acts.put("explain", (s, cast) -> new Act.Explain(ActReading.id(s)));
        acts.put("escalate", (s, cast) -> new Act.Escalate(ActReading.id(s)));
        acts.put("expertReview", (s, cast) -> new Act.ExpertReview(ActReading.id(s), ActReading.reason(s)));
        acts.put("decideAppeal", (s, cast) -> ActReading.decideAppeal(s));
        acts.put("requestRepair", (s, cast) -> ActReading.requestRepair(s));
        acts.put("grantRepair", (s, cast) -> ActReading.grantRepair(s));
        acts.put("refuseRepair", (s, cast) -> new Act.RefuseRepair(ActReading.id(s), ActReading.reason(s)));
        acts.put("requestRestoration", (s, cast) -> ActReading.requestRestoration(s));
        acts.put("preReview", (s, cast) -> ActReading.preReview(s));
        acts.put("decideRestoration", (s, cast) -> ActReading.decideRestoration(s));
        acts.put("merge", (s, cast) -> new Act.Merge(cast.into(s), ActReading.reason(s)));
        return acts;
    }
}
