package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonCommand.CorrectEntry;
import org.payqual.domain.person.PersonCommand.Reinstate;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.person.PersonEvent.Decided;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.MeasureRevoked;
import org.payqual.domain.person.PersonEvent.MeasureSet;
import org.payqual.domain.person.PersonEvent.ScoreAdjusted;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.person.RecordEvent.EntryCorrected;
import org.payqual.domain.person.RecordEvent.IdentityCorrected;
import org.payqual.domain.person.RecordEvent.IdentityErased;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.person.RecordEvent.TakenOver;
import org.payqual.domain.rulebook.Rulebook;

/**
 * Voids what a clerk entered wrongly. An entry goes with what was recorded with it as its consequence, and everything
 * recorded since must be able to follow without it. A score falls as it does by a successful appeal, so that what
 * followed from it is worked out again (TJ-34.4).
 */
final class Correcting {

    private Correcting() {}

    static Decision<PersonEvent> correct(Person person, CorrectEntry correct, Facts facts) {
        List<PersonEvent> events = person.dossier().entries().list();
        if (correct.entry() < 0 || correct.entry() >= events.size()) {
            return RecordRefusals.unknownEntry(correct.entry());
        }
        int place = Math.toIntExact(correct.entry());
        Optional<Long> before = correction(events, place);
        if (before.isPresent()) {
            return RecordRefusals.correctedAlready(place, before.get());
        }
        return switch (events.get(place)) {
            case Identified it -> RecordRefusals.notCorrectable(place);
            case IdentityCorrected it -> RecordRefusals.notCorrectable(place);
            case IdentityErased it -> RecordRefusals.notCorrectable(place);
            case EntryCorrected it -> RecordRefusals.notCorrectable(place);
            case Merged it -> RecordRefusals.notCorrectable(place);
            case TakenOver it -> RecordRefusals.notCorrectable(place);
            case ScoreRevoked it
            when it.cause() == RevocationCause.HANDLING_OVERTURNED -> RecordRefusals.notCorrectable(place);
            case Scored it -> score(person, person.notice(it.notice()), correct, facts);
            case PersonEvent it when isConsequence(it) -> RecordRefusals.consequence(place, opening(events, place));
            case Decided it -> entry(person, events, correct, facts);
        };
    }

    /** Voids the fall of a score whose handling stands after all, with all that fell because of it. */
    static Decision<PersonEvent> reinstate(Person person, Reinstate reinstate, Facts facts) {
        Notice notice = person.notices().get(reinstate.notice());
        if (notice == null) {
            return Refusals.unknownNotice(reinstate.notice());
        }
        Optional<Handling> handling = facts.handling(notice.handling());
        if (handling.isEmpty()) {
            return Refusals.unknownHandling();
        }
        Provision outcome =
                Deciding.rulebookOf(notice, facts).appeal().outcome().provision();
        LocalDate overturned = handling.get().overturned();
        if (overturned != null) {
            return Refusals.handlingOverturned(outcome, overturned);
        }
        List<PersonEvent> events = person.dossier().entries().list();
        OptionalLong fall = notice.corrected() ? OptionalLong.empty() : fall(events, notice);
        return fall.isEmpty()
                ? RecordRefusals.fellOtherwise(notice.id())
                : entry(
                        person,
                        events,
                        new CorrectEntry(fall.getAsLong(), reinstate.date(), reinstate.reason()),
                        facts);
    }

    private static OptionalLong fall(List<PersonEvent> events, Notice notice) {
        return LongStream.range(notice.recorded(), events.size())
                .filter(at -> events.get((int) at) instanceof ScoreRevoked it
                        && it.notice().equals(notice.id())
                        && it.cause() == RevocationCause.HANDLING_OVERTURNED
                        && correction(events, at).isEmpty())
                .max();
    }

    private static Optional<Long> correction(List<PersonEvent> events, long place) {
        return LongStream.range(place, events.size())
                .filter(at -> events.get((int) at) instanceof EntryCorrected it && it.corrects(place))
                .boxed()
                .findFirst();
    }

    private static Decision<PersonEvent> score(Person person, Notice notice, CorrectEntry correct, Facts facts) {
        Optional<Appeal> open = person.redress().appeals().values().stream()
                .filter(it -> it.open() && it.notice().equals(notice.id()))
                .findFirst();
        if (open.isPresent()) {
            return RecordRefusals.appealOpen(open.get().id());
        }
        Receipt receipt = receipt(notice, facts);
        List<PersonEvent> following = new ArrayList<>();
        following.add(new EntryCorrected(correct.entry(), 0, correct.date(), List.of(), List.of(), correct.reason()));
        Reconciliation without = Reconciliation.changing(person, notice.revoked(), facts);
        following.add(new ScoreRevoked(
                notice.id(),
                correct.date(),
                RevocationCause.ENTRY_CORRECTED,
                Long.toString(correct.entry()),
                without.supervisionsEnded(),
                receipt));
        following.addAll(without.events(receipt.facts()));
        return new Decision.Accepted<>(following);
    }

    private static Decision<PersonEvent> entry(
            Person person, List<PersonEvent> events, CorrectEntry correct, Facts facts) {
        int voids = 1;
        while (correct.entry() + voids < events.size() && isConsequence(events.get((int) correct.entry() + voids))) {
            voids++;
        }
        Corrections.Replay replay = Corrections.replay(
                events,
                new EntryCorrected(correct.entry(), voids, correct.date(), List.of(), List.of(), correct.reason()));
        if (replay.stuck() != null) {
            return RecordRefusals.restsOn(correct.entry(), replay.stuck());
        }
        Reconciliation back = Reconciliation.broughtBack(person, replay.person(), correct.entry(), facts);
        List<PersonEvent> following = new ArrayList<>();
        following.add(new EntryCorrected(
                correct.entry(),
                voids,
                correct.date(),
                restored(person, replay.person()),
                back.supervisionsEnded(),
                correct.reason()));
        following.addAll(back.events(List.of()));
        following.addAll(overturnedMeanwhile(person, following, facts));
        return new Decision.Accepted<>(following);
    }

    private static List<String> restored(Person before, Person after) {
        return after.notices().values().stream()
                .filter(it -> it.inForce() && !before.notice(it.id()).inForce())
                .map(Notice::id)
                .toList();
    }

    /** A score that a correction brings back falls at once if its handling was overturned meanwhile (TJ-34.4). */
    private static List<PersonEvent> overturnedMeanwhile(Person person, List<PersonEvent> correction, Facts facts) {
        Person corrected = correction.stream().reduce(person, Person::evolve, (a, b) -> b);
        List<PersonEvent> falling = new ArrayList<>();
        for (String notice : restored(person, corrected)) {
            if (Deciding.decide(corrected, new RevokeOverturned(notice), facts)
                    instanceof Decision.Accepted<PersonEvent> accepted) {
                falling.addAll(accepted.events());
                corrected = accepted.events().stream().reduce(corrected, Person::evolve, (a, b) -> b);
            }
        }
        return falling;
    }

    /** What is never an entry of its own but recorded with one, right after it. */
    private static boolean isConsequence(PersonEvent event) {
        return switch (event) {
            case KeySupervisionStarted it -> true;
            case MeasureSet it -> true;
            case MeasureRevoked it -> true;
            case ScoreAdjusted it -> true;
            case ScoreRevoked it -> it.cause() != RevocationCause.HANDLING_OVERTURNED;
            default -> false;
        };
    }

    private static int opening(List<PersonEvent> events, int place) {
        int at = place;
        while (isConsequence(events.get(at))) {
            at--;
        }
        return at;
    }

    private static Receipt receipt(Notice notice, Facts facts) {
        Rulebook rulebook = Deciding.rulebookOf(notice, facts);
        Provision outcome = rulebook.appeal().outcome().provision();
        return Deciding.receipt(rulebook, List.of(outcome));
    }
}
