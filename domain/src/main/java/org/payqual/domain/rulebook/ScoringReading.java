package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.POINTS;
import static org.payqual.domain.rulebook.Phrases.cites;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;

/** Reads what is scored and with how many points: people, bands, circumstances, moves (TJ-3, 26 to 30). */
final class ScoringReading {

    private final Section root;
    private final Map<String, Band> bands;
    private final Set<String> soundBands = new HashSet<>();

    private ScoringReading(Section root) {
        this.root = root;
        this.bands = root.section("bands")
                .each(Form.matching("[a-z]{1,32}", "小写档名，如 minor", "the name of a band, such as minor"), this::band);
    }

    /** What is scored. */
    record Scoring(
            Map<InstitutionKind, Roles> people,
            List<Band> bands,
            Map<String, Circumstance> circumstances,
            Map<String, Move> moves) {}

    static Scoring read(Section root) {
        ScoringReading reading = new ScoringReading(root);
        reading.checkBands();
        Map<InstitutionKind, Roles> people = reading.people();
        Map<String, Circumstance> circumstances = reading.circumstances(people);
        return new Scoring(people, List.copyOf(reading.bands.values()), circumstances, reading.moves());
    }

    private Map<InstitutionKind, Roles> people() {
        Section section = root.section("people");
        Map<InstitutionKind, Roles> people = new EnumMap<>(InstitutionKind.class);
        for (InstitutionKind kind : InstitutionKind.values()) {
            Section of = section.section(kind.name());
            people.put(kind, new Roles(Ordered.set(of.list("roles", Phrases.CODE)), cites(of)));
        }
        return people;
    }

    private Band band(String name, Section section) {
        Map<Responsibility, Integer> points = new EnumMap<>(Responsibility.class);
        for (Responsibility degree : Responsibility.values()) {
            points.put(degree, section.get(degree.name(), POINTS));
        }
        Band band = new Band(name, points, cites(section));
        if (section.sound()) {
            soundBands.add(name);
            checkAscending(band, section);
        }
        return band;
    }

    private static void checkAscending(Band band, Section section) {
        checkAscending(band, section, Responsibility.GENERAL, Responsibility.IMPORTANT);
        checkAscending(band, section, Responsibility.IMPORTANT, Responsibility.PRIMARY);
    }

    private static void checkAscending(Band band, Section section, Responsibility lighter, Responsibility heavier) {
        if (band.of(heavier) < band.of(lighter)) {
            section.misfit(
                    heavier.name(),
                    "少于 " + lighter + " 的 " + band.of(lighter) + " 分",
                    "fewer points than " + lighter + ", which has " + band.of(lighter));
        }
    }

    private void checkBands() {
        Section section = root.section("bands");
        if (bands.isEmpty()) {
            section.misfit("至少需要一个档次", "at least one band is needed");
        }
        @Nullable Band lower = null;
        for (Band band : bands.values()) {
            if (!soundBands.contains(band.name())) {
                continue;
            }
            if (lower != null && band.lowest() <= lower.highest()) {
                section.misfit(
                        band.name(),
                        "未高于前一档 " + lower.name() + "（至 " + lower.highest() + " 分）",
                        "does not lie above the band before, " + lower.name() + " (up to " + lower.highest() + ")");
            }
            lower = band;
        }
    }

    private Map<String, Circumstance> circumstances(Map<InstitutionKind, Roles> people) {
        Section section = root.section("circumstances");
        Map<String, Circumstance> all = section.each(
                Phrases.CITED, (code, of) -> new CircumstanceReading(bands, soundBands, people).read(code, of));
        if (section.sound() && all.isEmpty()) {
            section.misfit("至少需要一种情形", "at least one circumstance is needed");
        }
        all.values().forEach(circumstance -> checkRepeats(circumstance, all.keySet()));
        return all;
    }

    private void checkRepeats(Circumstance circumstance, Set<String> codes) {
        Repeats repeats = circumstance.repeats();
        if (repeats == null) {
            return;
        }
        for (String article : repeats.articles()) {
            Repeats alone = new Repeats(Set.of(article), repeats.within());
            boolean known = codes.stream().anyMatch(other -> !other.equals(circumstance.code()) && alone.covers(other));
            if (!known) {
                root.section("circumstances")
                        .section(circumstance.code())
                        .misfitItem("repeats", article, "没有这样的其他情形", "no other circumstance stands there");
            }
        }
    }

    private Map<String, Move> moves() {
        Section section = root.findSection("moves");
        return section == null
                ? Map.of()
                : section.each(
                        Phrases.CITED,
                        (code, of) -> new Move(
                                code,
                                of.get("move", Form.words(Move.Direction.class)),
                                of.getOr("reason", Phrases.yes("required"), false),
                                Phrases.text(of, "about")));
    }
}
