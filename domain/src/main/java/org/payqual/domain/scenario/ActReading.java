package org.payqual.domain.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Section;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;

/** Reads what is written under the key of an act. */
final class ActReading {

    private ActReading() {}

    static Act amend(Section section, Cast cast) {
        section.atLeastOne(List.of("role", "primary"));
        return new Act.Amend(cast.at(section), section.find("role", Forms.ROLE), section.find("primary", Form.truth()));
    }

    static Act score(Section section, Cast cast) {
        Integer article = section.find("basis", Forms.ARTICLE);
        List<Act.Found> findings = findings(section, article);
        return new Act.Score(
                section.get("notice", Forms.ID),
                section.get("inspection", Forms.ID),
                cast.at(section),
                section.get("handling", Form.code(HandlingKind.class)),
                section.find("handlingId", Forms.ID),
                section.find("starts", Form.date()),
                section.find("months", Form.whole(0, 120)),
                section.find("monthsReason", Forms.REASON),
                section.getOr("heard", Form.truth(), true),
                findings);
    }

    /** Reads findings; each rests on the article stated for the whole unless it states its own. */
    private static List<Act.Found> findings(Section section, @Nullable Integer article) {
        return section.sections("findings").stream()
                .map(it -> found(it, article))
                .toList();
    }

    private static Act.Found found(Section section, @Nullable Integer article) {
        Integer own = section.find("article", Forms.ARTICLE);
        return new Act.Found(
                section.get("violation", Forms.ID),
                section.get("circumstance", Forms.PROVISION).citation(),
                section.find("responsibility", Form.code(Responsibility.class)),
                section.find("points", Forms.POINTS),
                section.find("acted", Form.date()),
                own == null ? article : own,
                reason(section),
                section.find("amount", Forms.AMOUNT),
                section.has("move") ? section.get("move", Forms.PROVISION).citation() : null);
    }

    static Act serve(Section section) {
        Form<Party> party = Form.code(Party.class);
        return new Act.Serve(
                section.get("notice", Forms.ID),
                section.has("to") ? section.list("to", party) : List.of(Party.INSTITUTION, Party.PERSON),
                section.find("received", Form.date()),
                section.find("appealBy", Form.date()));
    }

    static Act remind(Section section) {
        return new Act.Remind(
                section.find("notice", Forms.ID), section.getOr("by", Form.code(Talker.class), Talker.INSTITUTION));
    }

    static Act overturn(Section section) {
        section.exactlyOne(List.of("notice", "handlingId"));
        return new Act.Overturn(
                section.find("notice", Forms.ID), section.find("handlingId", Forms.ID), reason(section));
    }

    static Act appeal(Section section) {
        return new Act.Appeal(
                id(section),
                section.get("notice", Forms.ID),
                section.getOr("by", Form.code(Party.class), Party.PERSON),
                section.getOr("signed", Form.truth(), true),
                section.getOr("sealed", Form.truth(), true));
    }

    static Act decideAppeal(Section section) {
        return new Act.DecideAppeal(
                id(section),
                section.get("outcome", Form.code(AppealOutcome.class)),
                reason(section),
                section.has("findings") ? findings(section, null) : List.of());
    }

    static Act requestRepair(Section section) {
        return new Act.RequestRepair(
                id(section),
                section.get("path", Form.code(Path.class)),
                section.find("points", Forms.POINTS),
                section.getOr("approved", Form.truth(), true));
    }

    static Act grantRepair(Section section) {
        return new Act.GrantRepair(id(section), section.getOr("shorten", Form.truth(), true));
    }

    static Act requestRestoration(Section section) {
        return new Act.RequestRestoration(
                id(section),
                section.getOr("approved", Form.truth(), true),
                section.getOr("direct", Form.truth(), false));
    }

    static Act preReview(Section section) {
        return new Act.PreReview(id(section), section.getOr("passed", Form.truth(), true), reason(section));
    }

    static Act decideRestoration(Section section) {
        return new Act.DecideRestoration(id(section), section.getOr("granted", Form.truth(), true), reason(section));
    }

    static boolean primary(Section section) {
        return section.getOr("primary", Form.truth(), false);
    }

    static String id(Section section) {
        return section.get("id", Forms.ID);
    }

    static @Nullable String reason(Section section) {
        return section.find("reason", Forms.REASON);
    }
}
