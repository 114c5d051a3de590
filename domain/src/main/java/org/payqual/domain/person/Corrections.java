package org.payqual.domain.person;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.RecordEvent.EntryCorrected;

/**
 * The history of a person as corrections leave it: all of it in order of recording, each event at its place, folded
 * without those that are void.
 */
final class Corrections {

    private Corrections() {}

    /**
     * A history folded without what is void.
     *
     * @param person as it leaves them, up to where it could be followed
     * @param stuck the first event that cannot follow any more; null if all do
     */
    record Replay(Person person, @Nullable Long stuck) {}

    /** Folds a correction. */
    static Person after(Person before, EntryCorrected correction) {
        if (before.dossier().mergedInto() != null
                || correction.entry() < 1
                || correction.entry() + Math.max(1, correction.voids()) > before.version() + 1) {
            throw new MalformedHistory("a correction of what is not recorded before it");
        }
        if (correction.voids() == 0) {
            return before.passing(correction);
        }
        Replay replay = replay(before.dossier().entries().list(), correction);
        if (replay.stuck() != null) {
            throw new MalformedHistory("event " + replay.stuck() + " cannot follow what a correction leaves");
        }
        return replay.person().passing(correction).withoutSupervisionOf(correction.endsKeySupervisionOf());
    }

    /** Folds a history without what is void by the corrections in it, and by one more. */
    static Replay replay(List<PersonEvent> events, EntryCorrected more) {
        Set<Long> voided = new HashSet<>();
        addVoided(more, voided);
        events.forEach(event -> {
            if (event instanceof EntryCorrected earlier) {
                addVoided(earlier, voided);
            }
        });
        Person person = Person.UNKNOWN;
        for (PersonEvent event : events) {
            try {
                person = next(person, event, voided);
            } catch (MalformedHistory cannotFollow) {
                return new Replay(person, person.version() + 1);
            }
        }
        return new Replay(person, null);
    }

    private static Person next(Person person, PersonEvent event, Set<Long> voided) {
        if (voided.contains(person.version() + 1)) {
            return person.passing(event);
        }
        return event instanceof EntryCorrected it
                ? person.passing(it).withoutSupervisionOf(it.endsKeySupervisionOf())
                : Person.evolve(person, event);
    }

    private static void addVoided(EntryCorrected correction, Set<Long> voided) {
        LongStream.range(correction.entry(), correction.entry() + correction.voids())
                .forEach(voided::add);
    }
}
