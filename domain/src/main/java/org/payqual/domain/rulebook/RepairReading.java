package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.POINTS;
import static org.payqual.domain.rulebook.Phrases.TIMES;
import static org.payqual.domain.rulebook.Phrases.citation;
import static org.payqual.domain.rulebook.Phrases.cites;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;

/** Reads how points are repaired (TJ-35, 37, CY-15). */
final class RepairReading {

    private static final Form<Repair.Occasion> OCCASION = Form.either(
            Form.exactly("total falls to a milder tier").as(words -> new Repair.Occasion.MilderTier()),
            Form.phrase(
                    "every ([1-9][0-9]?) points?",
                    "every n points",
                    "every n points",
                    m -> new Repair.Occasion.EveryPoints(Integer.parseInt(m.group(1))),
                    new Repair.Occasion.EveryPoints(1)));

    private static final Form<Integer> NOTICE_OF = Form.phrase(
            "a notice of ([1-9][0-9]?)", "a notice of n", "a notice of n", m -> Integer.parseInt(m.group(1)), 1);

    /** What is adopted is read for ever, so that the former word stays beside the one that took its place. */
    private static final Form<Repair.During> DURING = Form.either(
            Form.oneOf(Map.of("its termination", Repair.During.ITS_TERMINATION)),
            Form.oneOf(Map.of("termination", Repair.During.TERMINATION_OF_THE_YEAR)));

    private RepairReading() {}

    static Repair read(Section section) {
        section.says("yearTotal", "never below 0");
        Section primary = section.findSection("primaryPractice");
        Section all = section.findSection("allPaths");
        return new Repair(
                citation(section.section("approval"), "by", "institution"),
                primary == null ? null : citation(primary, "in", "the region"),
                paths(section),
                all == null ? null : all.find("pointsAYear", POINTS),
                all == null ? null : all.find("timesAYear", TIMES),
                shorten(section.findSection("shorten")),
                never(section.section("never")),
                cites(section));
    }

    private static Map<Repair.Path, Repair.Worth> paths(Section section) {
        Map<Repair.Path, Repair.Worth> paths = new EnumMap<>(Repair.Path.class);
        for (Repair.Path path : Repair.Path.values()) {
            Section worth = section.findSection(path.name());
            if (worth != null) {
                paths.put(path, worth(worth));
            }
        }
        if (paths.isEmpty()) {
            section.misfit("至少需要一条修复途径", "at least one path of repair is needed");
        }
        return paths;
    }

    private static Repair.Worth worth(Section section) {
        Phrases.Range points = section.get("points", Phrases.WORTH);
        if (points.least() > points.most()) {
            section.misfit("points", "范围应从小到大", "a range goes from less to more");
        }
        Integer pointsAYear = section.find("pointsAYear", POINTS);
        if (section.sound() && pointsAYear != null && pointsAYear < points.least()) {
            section.misfit("pointsAYear", "少于一次修复的分值", "less than what one repair is worth");
        }
        return new Repair.Worth(
                points.least(), points.most(), section.find("timesAYear", TIMES), pointsAYear, cites(section));
    }

    private static Repair.@Nullable Shorten shorten(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        return new Repair.Shorten(
                Math.toIntExact(section.get("by", Phrases.PERIOD).toTotalMonths()),
                section.get("when", OCCASION),
                section.find("timesAMeasure", TIMES),
                cites(section));
    }

    private static Repair.Never never(Section section) {
        return new Repair.Never(
                section.get("after", NOTICE_OF),
                section.getOr("during", DURING, Repair.During.NO_TERMINATION),
                cites(section));
    }
}
