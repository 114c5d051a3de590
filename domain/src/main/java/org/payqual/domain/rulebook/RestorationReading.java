package org.payqual.domain.rulebook;

import static org.payqual.domain.rulebook.Phrases.citation;
import static org.payqual.domain.rulebook.Phrases.cites;

import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.rulebook.Restoration.Review;
import org.payqual.domain.rulebook.Restoration.Reviewer;
import org.payqual.domain.rulebook.Restoration.Window;

/** Reads how a suspended or terminated person is restored (TJ-36, CY-9, 13, 14). */
final class RestorationReading {

    private static final Form<Window> WINDOW = Form.either(
            Form.exactly("any time").as(words -> new Window.AnyTime()),
            Form.phrase(
                    "from ([1-9][0-9]?) working days? before the end",
                    "from n working days before the end",
                    "from n working days before the end",
                    m -> new Window.BeforeTheEnd(Integer.parseInt(m.group(1))),
                    new Window.BeforeTheEnd(1)));

    private RestorationReading() {}

    static Restoration read(Section section) {
        section.says("through", "institution");
        section.says("takesEffect", "when decided and the term is over");
        section.says("yearTotal", "kept after a suspension");
        Section direct = section.findSection("direct");
        Section training = section.findSection("training");
        return new Restoration(
                section.get("request", WINDOW),
                direct == null
                        ? null
                        : citation(direct, "where", "without an institution, after a measure from the region"),
                reviews(section),
                training == null ? null : citation(training, "during", "suspension"),
                citation(section.section("afterTermination"), "needs", "commitment and registration"),
                cites(section));
    }

    private static List<Review> reviews(Section section) {
        List<Review> reviews = new ArrayList<>();
        for (Section review : section.sections("reviews")) {
            Review next = new Review(
                    review.get("by", Form.words(Reviewer.class)),
                    review.find("within", Phrases.WORKING_DAYS),
                    cites(review));
            if (review.sound() && reviews.stream().anyMatch(before -> before.by() == next.by())) {
                review.misfit("by", "同一层级审核两次", "the same reviewer twice");
            }
            reviews.add(next);
        }
        return reviews;
    }
}
