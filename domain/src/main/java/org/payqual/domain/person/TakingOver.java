package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;
import org.payqual.domain.person.RecordEvent.EntryCorrected;
import org.payqual.domain.person.RecordEvent.IdentityCorrected;
import org.payqual.domain.person.RecordEvent.IdentityErased;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.person.RecordEvent.TakenOver;

/**
 * What a record of a person records when another is merged into it: the whole story of the other, so that each entry
 * can still be corrected, appealed against and built on.
 */
final class TakingOver {

    /** The numbers that entries of the closed record have in the other, by those that they had. */
    private final Map<Long, Long> places = new HashMap<>();

    private TakingOver() {}

    /**
     * Returns the events that the survivor records.
     *
     * @param closed the record that is closed, as recorded before the merger, with its events
     * @param id of that record
     * @param after the sequence number of the survivor's last event
     */
    static List<PersonEvent> events(Person closed, String id, long after, Merged merged) {
        return new TakingOver().events(closed.dossier().entries().list(), id, after + 1, merged);
    }

    private List<PersonEvent> events(List<PersonEvent> story, String id, long marker, Merged merged) {
        List<PersonEvent> taken = new ArrayList<>();
        for (int place = 0; place < story.size(); place++) {
            PersonEvent event = story.get(place);
            if (!ofIdentity(event)) {
                taken.add(event);
                places.put((long) place, marker + taken.size());
            }
        }
        taken.replaceAll(this::renumbered);
        taken.addFirst(new TakenOver(id, taken.size(), merged.date()));
        return List.copyOf(taken);
    }

    /** Who the person is belongs to the record under which the identity store keeps it. */
    private static boolean ofIdentity(PersonEvent event) {
        return event instanceof Identified || event instanceof IdentityCorrected || event instanceof IdentityErased;
    }

    private PersonEvent renumbered(PersonEvent event) {
        return switch (event) {
            case EntryCorrected it ->
                new EntryCorrected(
                        place(it.entry()),
                        it.voids(),
                        it.date(),
                        it.restores(),
                        it.endsKeySupervisionOf(),
                        it.reason());
            case ScoreRevoked it
            when it.cause() == RevocationCause.ENTRY_CORRECTED ->
                new ScoreRevoked(
                        it.notice(),
                        it.date(),
                        it.cause(),
                        place(it.causeId()),
                        it.endsKeySupervisionOf(),
                        it.receipt());
            case SuspensionChanged it
            when corrected(it.because()) ->
                new SuspensionChanged(it.measure(), it.because(), place(it.becauseId()), it.receipt());
            case TerminationChanged it
            when corrected(it.because()) ->
                new TerminationChanged(it.measure(), it.because(), place(it.becauseId()), it.receipt());
            case SuspensionRevoked it
            when corrected(it.because()) ->
                new SuspensionRevoked(it.notice(), it.because(), place(it.becauseId()), it.receipt());
            case TerminationRevoked it
            when corrected(it.because()) ->
                new TerminationRevoked(it.notice(), it.because(), place(it.becauseId()), it.receipt());
            default -> event;
        };
    }

    private static boolean corrected(MeasureCause because) {
        return because == MeasureCause.ENTRY_CORRECTED;
    }

    private String place(String entry) {
        return Long.toString(place(Long.parseLong(entry)));
    }

    private long place(long entry) {
        Long here = places.get(entry);
        if (here == null) {
            throw new IllegalStateException("entry " + entry + " is none that is taken over");
        }
        return here;
    }
}
