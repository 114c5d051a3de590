package org.payqual.domain;

import static org.payqual.domain.ledger.StreamType.HANDLING;
import static org.payqual.domain.ledger.StreamType.INSPECTION;
import static org.payqual.domain.ledger.StreamType.INSTITUTION;
import static org.payqual.domain.ledger.StreamType.LAW;
import static org.payqual.domain.ledger.StreamType.LEDGER;
import static org.payqual.domain.ledger.StreamType.PERSON;

import java.util.List;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.EventName;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.LedgerOpened;
import org.payqual.domain.person.AppealEvent;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RepairEvent;
import org.payqual.domain.person.RestorationEvent;

/** All kinds of events with the names under which they are stored. A name, once here, stays. */
public final class Events {

    /** The registered names, each with the version in which its events are written now. */
    public static final List<EventName<?>> NAMES = List.of(
            EventName.of(LEDGER, "ledger.opened", 1, LedgerOpened.class),
            EventName.of(LAW, "rulebook.adopted", 1, LawEvent.RulebookAdopted.class),
            EventName.of(LAW, "calendar.adopted", 1, LawEvent.CalendarAdopted.class),
            EventName.of(INSTITUTION, "institution.designated", 1, InstitutionEvent.Designated.class),
            EventName.of(INSTITUTION, "institution.agreement-renewed", 1, InstitutionEvent.AgreementRenewed.class),
            EventName.of(INSTITUTION, "institution.ratio-reached", 1, InstitutionEvent.RatioReached.class),
            EventName.of(INSTITUTION, "institution.entry-corrected", 1, InstitutionEvent.EntryCorrected.class),
            EventName.of(INSPECTION, "inspection.opened", 1, InspectionEvent.Opened.class),
            EventName.of(INSPECTION, "inspection.entry-corrected", 1, InspectionEvent.EntryCorrected.class),
            EventName.of(HANDLING, "handling.decided", 1, HandlingEvent.Decided.class),
            EventName.of(HANDLING, "handling.overturned", 1, HandlingEvent.Overturned.class),
            EventName.of(HANDLING, "handling.entry-corrected", 1, HandlingEvent.EntryCorrected.class),
            EventName.of(PERSON, "person.identified", 1, PersonEvent.Identified.class),
            EventName.of(PERSON, "person.entry-corrected", 1, RecordEvent.EntryCorrected.class),
            EventName.of(PERSON, "person.identity-corrected", 1, RecordEvent.IdentityCorrected.class),
            EventName.of(PERSON, "person.identity-erased", 1, RecordEvent.IdentityErased.class),
            EventName.of(PERSON, "person.merged", 1, RecordEvent.Merged.class),
            EventName.of(PERSON, "person.taken-over", 1, RecordEvent.TakenOver.class),
            EventName.of(PERSON, "person.committed", 1, PersonEvent.Committed.class),
            EventName.of(PERSON, "person.registered", 1, PersonEvent.Registered.class),
            EventName.of(PERSON, "person.registration-amended", 1, PersonEvent.RegistrationAmended.class),
            EventName.of(PERSON, "person.departed", 1, PersonEvent.Departed.class),
            EventName.of(PERSON, "person.status-maintained", 1, PersonEvent.StatusMaintained.class),
            EventName.of(PERSON, "person.licence-reported", 1, PersonEvent.LicenceReported.class),
            EventName.of(PERSON, "person.scored", 1, PersonEvent.Scored.class),
            EventName.of(PERSON, "person.notice-served", 1, PersonEvent.NoticeServed.class),
            EventName.of(PERSON, "person.reminded", 1, PersonEvent.Reminded.class),
            EventName.of(PERSON, "person.interviewed", 1, PersonEvent.Interviewed.class),
            EventName.of(PERSON, "person.key-supervision-started", 1, PersonEvent.KeySupervisionStarted.class),
            EventName.of(PERSON, "person.suspended", 1, PersonEvent.Suspended.class),
            EventName.of(PERSON, "person.suspension-changed", 1, PersonEvent.SuspensionChanged.class),
            EventName.of(PERSON, "person.suspension-revoked", 1, PersonEvent.SuspensionRevoked.class),
            EventName.of(PERSON, "person.terminated", 1, PersonEvent.Terminated.class),
            EventName.of(PERSON, "person.termination-changed", 1, PersonEvent.TerminationChanged.class),
            EventName.of(PERSON, "person.termination-revoked", 1, PersonEvent.TerminationRevoked.class),
            EventName.of(PERSON, "person.trained", 1, PersonEvent.Trained.class),
            EventName.of(PERSON, "person.appeal-filed", 1, AppealEvent.Filed.class),
            EventName.of(PERSON, "person.appeal-explained", 1, AppealEvent.Explained.class),
            EventName.of(PERSON, "person.appeal-escalated", 1, AppealEvent.Escalated.class),
            EventName.of(PERSON, "person.appeal-expert-reviewed", 1, AppealEvent.ExpertReviewed.class),
            EventName.of(PERSON, "person.appeal-decided", 1, AppealEvent.Decided.class),
            EventName.of(PERSON, "person.appeal-withdrawn", 1, AppealEvent.Withdrawn.class),
            EventName.of(PERSON, "person.repair-requested", 1, RepairEvent.Requested.class),
            EventName.of(PERSON, "person.repaired", 1, RepairEvent.Granted.class),
            EventName.of(PERSON, "person.repair-refused", 1, RepairEvent.Refused.class),
            EventName.of(PERSON, "person.restoration-requested", 1, RestorationEvent.Requested.class),
            EventName.of(PERSON, "person.restoration-pre-reviewed", 1, RestorationEvent.PreReviewed.class),
            EventName.of(PERSON, "person.restored", 1, RestorationEvent.Granted.class),
            EventName.of(PERSON, "person.restoration-refused", 1, RestorationEvent.Refused.class),
            EventName.of(PERSON, "person.score-adjusted", 1, PersonEvent.ScoreAdjusted.class),
            EventName.of(PERSON, "person.score-revoked", 1, PersonEvent.ScoreRevoked.class));

    private static final EventCodec CODEC = new EventCodec(NAMES);

    private Events() {}

    /** Returns the one codec for all of them. */
    public static EventCodec codec() {
        return CODEC;
    }
}
