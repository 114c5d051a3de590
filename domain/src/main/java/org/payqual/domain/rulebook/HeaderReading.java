package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.ID;
import static org.payqual.domain.rulebook.Phrases.cites;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Text;

/** Reads what a rulebook says of itself; none of it is ever taken over from a base. */
final class HeaderReading {

    /** The only form of rulebooks so far. */
    private static final int FORMAT = 1;

    private HeaderReading() {}

    /** What a rulebook says of itself. */
    record Header(
            String id, Text title, Text status, @Nullable String base, Effective effective, List<String> regions) {}

    static Header read(Section root) {
        root.get("format", Form.whole(FORMAT, FORMAT));
        List<String> regions = root.listOrNone(
                "regions",
                Form.matching("[0-9]{1,12}", "加引号的医保区划前缀，如 '12'", "the prefix of a region in quotes, such as '12'"));
        checkRegions(root, regions);
        if (root.has("replaces") && !root.has("extends")) {
            root.misfit("replaces", "没有 extends，无可替换", "there is nothing to replace without extends");
        }
        return new Header(
                root.get("id", ID),
                Phrases.text(root, "title"),
                Phrases.text(root, "status"),
                root.find("extends", ID),
                effective(root.section("effective")),
                regions);
    }

    private static void checkRegions(Section root, List<String> regions) {
        for (String region : regions) {
            for (String other : regions) {
                if (!region.equals(other) && region.startsWith(other)) {
                    root.misfitItem("regions", region, "已包含在 " + other + " 之内", "lies within " + other + " already");
                }
            }
        }
    }

    private static Effective effective(Section section) {
        LocalDate from = section.get("from", Form.date());
        @Nullable LocalDate until = section.find("until", Form.date());
        if (section.has("for")) {
            if (until != null) {
                section.misfit("for", "until 与 for 只能写一个", "either until or for, not both");
            }
            until = from.plus(section.get("for", Phrases.PERIOD));
        }
        if (section.sound() && until != null && !until.isAfter(from)) {
            section.misfit("until", "应晚于 from", "must be later than from");
        }
        return new Effective(
                from,
                until,
                section.listOrNone("takesOver", ID),
                section.has("note") ? Phrases.text(section, "note") : null,
                cites(section));
    }
}
