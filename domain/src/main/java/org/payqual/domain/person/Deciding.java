package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.FactSeen;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand.Amend;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.CorrectEntry;
import org.payqual.domain.person.PersonCommand.CorrectIdentity;
import org.payqual.domain.person.PersonCommand.Depart;
import org.payqual.domain.person.PersonCommand.Enrol;
import org.payqual.domain.person.PersonCommand.EraseIdentity;
import org.payqual.domain.person.PersonCommand.Identify;
import org.payqual.domain.person.PersonCommand.Interview;
import org.payqual.domain.person.PersonCommand.MaintainStatus;
import org.payqual.domain.person.PersonCommand.Merge;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonCommand.Reinstate;
import org.payqual.domain.person.PersonCommand.Remind;
import org.payqual.domain.person.PersonCommand.ReportLicence;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.person.PersonCommand.ServeNotice;
import org.payqual.domain.person.PersonCommand.Train;
import org.payqual.domain.rulebook.Rulebook;

/**
 * Decides what may be recorded of a person. Pure: the same person, command and facts give the same decision in any
 * year.
 */
public final class Deciding {

    /** The code of the refusal to identify somebody who is known. */
    public static final String PERSON_KNOWN = "person-known";

    private Deciding() {}

    /**
     * Decides one command.
     *
     * @param person as recorded so far; {@link Person#UNKNOWN} before the first event
     * @param facts of other streams, and the law adopted
     * @return the events to record together, or the refusal with its provision
     */
    public static Decision<PersonEvent> decide(Person person, PersonCommand command, Facts facts) {
        String into = person.dossier().mergedInto();
        if (into != null) {
            return MergerRefusals.merged(into);
        }
        boolean known = person.identified();
        if (!(command instanceof Enrol) && known == command instanceof Identify) {
            return known ? Refusals.personKnown() : Refusals.unknownPerson();
        }
        return switch (command) {
            case Enrol enrol -> Enrolling.enrol(person, enrol, facts);
            case Identify identify -> accepted(new PersonEvent.Identified(identify.documentType()));
            case CorrectEntry correct -> Correcting.correct(person, correct, facts);
            case CorrectIdentity correct -> RecordKeeping.correctIdentity(person, correct);
            case EraseIdentity erase -> RecordKeeping.eraseIdentity(person, erase, facts);
            case Merge merge -> Merging.merge(person, merge, facts);
            case Commit commit -> Registering.commit(commit, facts);
            case Register register -> Registering.register(person, register, facts);
            case Amend amend -> Registering.amend(person, amend, facts);
            case Depart depart -> Registering.depart(person, depart, facts);
            case MaintainStatus maintain -> Registering.maintainStatus(person, maintain, facts);
            case ReportLicence report -> Registering.reportLicence(person, report, facts);
            case Score score -> Scoring.score(person, score, facts);
            case ServeNotice serve -> Following.serve(person, serve, facts);
            case Remind remind -> Following.remind(person, remind, facts);
            case Interview interview -> Following.interview(person, interview, facts);
            case Train train -> Restoring.train(person, train, facts);
            case RevokeOverturned revoke -> Overturning.revoke(person, revoke, facts);
            case Reinstate reinstate -> Correcting.reinstate(person, reinstate, facts);
            case AppealCommand appeal -> Appealing.decide(person, appeal, facts);
            case RepairCommand repair -> Repairing.decide(person, repair, facts);
            case RestorationCommand restoration -> Restoring.decide(person, restoration, facts);
        };
    }

    /**
     * Says what is held against recording something of a person whom the caller knows by a document alone, as a file
     * does: the documents of an erased person lead to nobody any more. Whoever goes by the person's id is not refused
     * for it, since what somebody did before may still have to be scored.
     */
    public static Optional<Refusal> againstKnownByDocument(Person person) {
        return person.dossier().erased()
                        && RecordRefusals.identityErased() instanceof Decision.Refused<PersonEvent> erased
                ? Optional.of(erased.refusal())
                : Optional.empty();
    }

    /**
     * Returns what the surviving record takes over when another is merged into it.
     *
     * @param closed the record that is closed, as recorded before the merger
     * @param id of that record
     * @param survivor the surviving record as recorded so far
     * @param merged as decided for the closed record
     * @return the events to record in the surviving record together with that
     */
    public static List<PersonEvent> takingOver(Person closed, String id, Person survivor, RecordEvent.Merged merged) {
        return TakingOver.events(closed, id, survivor.version(), merged);
    }

    /** Finds the institution of a step and the rulebook that governs the procedure there on its day, or refuses. */
    static Decision<PersonEvent> governed(
            String institution,
            LocalDate day,
            Facts facts,
            BiFunction<Institution, Rulebook, Decision<PersonEvent>> decided) {
        return facts.institution(institution)
                .map(known -> facts.governing(known.region(), day)
                        .map(rulebook -> decided.apply(known, rulebook))
                        .orElseGet(() -> Refusals.noRulebook(known.region(), day)))
                .orElseGet(Refusals::unknownInstitution);
    }

    /** Returns the rulebook by which a notice was decided, which governs whatever becomes of it. */
    static Rulebook rulebookOf(Notice notice, Facts facts) {
        return facts.rulebook(notice.rulebook())
                .orElseThrow(() -> new IllegalStateException("rulebook not adopted: " + notice.rulebook()));
    }

    static Receipt receipt(Rulebook rulebook, List<Provision> rules, FactSeen... facts) {
        return new Receipt(rulebook.id(), rulebook.effectiveFrom(), rulebook.sha256(), rules, List.of(facts));
    }

    static FactSeen seen(Institution institution) {
        return new FactSeen(StreamType.INSTITUTION, institution.code(), institution.version());
    }

    static Decision<PersonEvent> accepted(PersonEvent... events) {
        return new Decision.Accepted<>(List.of(events));
    }
}
