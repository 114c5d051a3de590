package org.payqual.domain.scenario;

import java.util.Locale;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.RepairCommand;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.rulebook.Repair.Path;

/** Commands of appeals and repairs, with what a scenario has no words for: the ground, and what is shown. */
final class DirectRedress {

    private static final int HOURS = 8;
    private static final int EXAM_SCORE = 90;

    private DirectRedress() {}

    static AppealCommand filing(Entry.AppealFiling it) {
        return new AppealCommand.File(
                it.appeal(), it.notice(), it.by(), it.date(), AppealGround.FACTS, it.signed(), it.sealed(), null, null);
    }

    static AppealCommand decision(Entry.AppealDecision it) {
        return new AppealCommand.Decide(
                it.appeal(),
                it.date(),
                it.outcome(),
                it.by(),
                null,
                it.outcome() == AppealOutcome.UPHELD ? null : AppealGround.FACTS,
                DirectWorld.digest(it.reason()),
                it.findings().stream().map(DirectWorld::claimed).toList());
    }

    static RepairCommand request(Entry.RepairRequest it) {
        return new RepairCommand.Request(
                it.repair(), it.date(), it.institution(), it.path(), it.points(), it.approved(), evidence(it));
    }

    private static RepairEvidence evidence(Entry.RepairRequest it) {
        return it.path() == Path.TRAINING_EXAM
                ? new RepairEvidence(HOURS, EXAM_SCORE, null)
                : new RepairEvidence(null, null, "activity-" + it.repair().toLowerCase(Locale.ROOT));
    }
}
