package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.FactSeen;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.rulebook.Rulebook;

/** The fall of a score whose handling was overturned, and of what no longer follows (TJ-34.4). */
final class Overturning {

    private Overturning() {}

    static Decision<PersonEvent> revoke(Person person, RevokeOverturned revoke, Facts facts) {
        Notice notice = person.notices().get(revoke.notice());
        if (notice == null) {
            return Refusals.unknownNotice(revoke.notice());
        }
        Optional<Handling> handling = facts.handling(notice.handling());
        if (handling.isEmpty()) {
            return Refusals.unknownHandling();
        }
        LocalDate overturned = handling.get().overturned();
        Rulebook rulebook = Deciding.rulebookOf(notice, facts);
        Provision outcome = rulebook.appeal().outcome().provision();
        if (notice.corrected()) {
            return Refusals.noticeFell(outcome, notice.id());
        }
        if (overturned == null) {
            return Refusals.handlingStands(outcome, notice.handling());
        }
        if (!notice.inForce()) {
            return Refusals.noticeFell(outcome, notice.id());
        }
        Receipt receipt = Deciding.receipt(
                rulebook,
                List.of(outcome),
                new FactSeen(
                        StreamType.HANDLING, handling.get().id(), handling.get().version()));
        return new Decision.Accepted<>(fallen(person, notice, overturned, receipt, facts));
    }

    private static List<PersonEvent> fallen(
            Person person, Notice notice, LocalDate overturned, Receipt receipt, Facts facts) {
        Reconciliation reconciliation = Reconciliation.changing(person, notice.revoked(), facts);
        List<PersonEvent> events = new ArrayList<>();
        events.add(new ScoreRevoked(
                notice.id(),
                overturned,
                RevocationCause.HANDLING_OVERTURNED,
                notice.handling(),
                reconciliation.supervisionsEnded(),
                receipt));
        events.addAll(reconciliation.events(receipt.facts()));
        return events;
    }
}
