package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.cites;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.rulebook.Deadline.Anchor;
import org.payqual.domain.rulebook.Deadline.Due;
import org.payqual.domain.rulebook.Deadline.Rhythm;

/**
 * Reads by when duties are due. What the sections on notices, appeals and restorations say already is taken from there,
 * so that no deadline is written twice.
 */
final class DeadlineReading {

    private static final Set<Duty> WRITTEN_ELSEWHERE =
            EnumSet.of(Duty.NOTICE, Duty.APPEAL, Duty.PRE_REVIEW, Duty.TRAINING);

    private static final String MOMENTS = "agreement|leaving|notice|receipt|request|end of term";

    private static final String ANCHOR = "(" + MOMENTS + ")";

    private static final Form<Due> WITHIN_OR_FROM = Form.either(
            Form.phrase(
                    "within ([1-9][0-9]?) working days? of " + ANCHOR,
                    "within n working days of …",
                    "within n working days of …",
                    m -> new Due.Within(days(m), anchor(m, 2)),
                    new Due.Within(1, Anchor.NOTICE)),
            Form.phrase(
                    "from ([1-9][0-9]?) working days? before " + ANCHOR,
                    "from n working days before …",
                    "from n working days before …",
                    m -> new Due.Before(days(m), anchor(m, 2)),
                    new Due.Before(1, Anchor.END_OF_TERM)));

    private static final Form<Due> EVERY_OR_AFTER = Form.either(
            Form.phrase(
                    "every (month|quarter|year)",
                    "every month, quarter or year",
                    "every month, quarter or year",
                    m -> new Due.Every(Rhythm.valueOf(constant(m, 1))),
                    new Due.Every(Rhythm.YEAR)),
            Form.phrase(
                    "after " + ANCHOR,
                    "after …（… 为 " + MOMENTS.replace("|", ", ") + "）",
                    "after … (where … is one of " + MOMENTS.replace("|", ", ") + ")",
                    m -> new Due.Open(anchor(m, 1)),
                    new Due.Open(Anchor.NOTICE)));

    private static final Form<Due> DUE = Form.either(WITHIN_OR_FROM, EVERY_OR_AFTER);

    private DeadlineReading() {}

    static Map<Duty, Deadline> read(Section section, Notice notice, Appeal appeal, Restoration restoration) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        EnumSet.complementOf(EnumSet.copyOf(WRITTEN_ELSEWHERE)).forEach(duty -> duties.put(duty.name(), duty));
        Map<Duty, Deadline> all = new EnumMap<>(Duty.class);
        all.putAll(section.each(Form.oneOf(duties), (duty, of) -> new Deadline(duty, of.get("due", DUE), cites(of))));
        writtenElsewhere(notice, appeal, restoration).forEach(deadline -> all.put(deadline.duty(), deadline));
        return all;
    }

    private static List<Deadline> writtenElsewhere(Notice notice, Appeal appeal, Restoration restoration) {
        List<Deadline> all = new ArrayList<>();
        Integer tell = notice.tellWorkingDays();
        Due told = tell == null ? new Due.Open(Anchor.NOTICE) : new Due.Within(tell, Anchor.NOTICE);
        all.add(new Deadline(Duty.NOTICE, told, notice.provisions()));
        Due appealDue = switch (appeal.filing().within()) {
            case Appeal.Period.StatedInNotice stated -> new Due.Stated(Anchor.NOTICE);
            case Appeal.Period.OfReceipt days -> new Due.Within(days.workingDays(), Anchor.RECEIPT);
        };
        all.add(new Deadline(Duty.APPEAL, appealDue, appeal.filing().provisions()));
        for (Restoration.Review review : restoration.reviews()) {
            Integer days = review.workingDays();
            if (days != null) {
                all.add(new Deadline(Duty.PRE_REVIEW, new Due.Within(days, Anchor.REQUEST), review.provisions()));
            }
        }
        Citation training = restoration.training();
        if (training != null) {
            all.add(new Deadline(Duty.TRAINING, new Due.During(Anchor.SUSPENSION), training.provisions()));
        }
        return all;
    }

    private static int days(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }

    private static Anchor anchor(MatchResult match, int group) {
        return Anchor.valueOf(constant(match, group));
    }

    private static String constant(MatchResult match, int group) {
        return match.group(group).toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
