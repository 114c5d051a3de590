package org.payqual.projections.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.Timeline;
import org.payqual.projections.log.LoggedEvent;

/**
 * Folds the events of people in log order into what each of them changes. The outcome depends on the log alone: people
 * are remembered only to spare reading their past again, and whoever is remembered from a batch that was then taken
 * back does not fit the event that comes again, and is folded anew. What is remembered of a person is where they stand,
 * not their events; a correction of an entry needs those and has them read again. Not for use by several threads.
 */
public final class PersonFold {

    /** How many people are remembered usually. */
    public static final int USUAL = 20_000;

    private final String correction;
    private final PersonReplay replay;
    private final Past past;
    private final Map<String, Folded> remembered;

    /** What is known of a person after some event. */
    private sealed interface Folded {

        Going NOBODY = new Going(Person.UNKNOWN.forgetting(), Timeline.BLANK);

        /** Tells whether an event can be the next after this. */
        boolean precedes(LoggedEvent event);

        record Going(Person person, Timeline timeline) implements Folded {
            @Override
            public boolean precedes(LoggedEvent event) {
                return person.version() + 1 == event.sequence();
            }
        }

        record Halted(long position) implements Folded {
            @Override
            public boolean precedes(LoggedEvent event) {
                return position < event.position();
            }
        }
    }

    /**
     * Creates a fold.
     *
     * @param past where people are read who are not remembered
     * @param capacity how many people are remembered, at least 1
     */
    public PersonFold(EventCodec codec, Past past, int capacity) {
        this.correction = codec.nameOf(RecordEvent.EntryCorrected.class).name();
        this.replay = new PersonReplay(codec);
        this.past = past;
        this.remembered = new LeastRecentlyUsed<>(capacity);
    }

    /** Folds the next event of a person's stream. */
    public Turn fold(LoggedEvent event) {
        String person = event.streamId();
        try {
            Folded before = before(event);
            if (!(before instanceof Folded.Going going)) {
                remembered.put(person, before);
                return new Turn.StillStopped(person);
            }
            Folded.Going after = after(going, event);
            remembered.put(person, after);
            return new Turn.Changed(person, event.position(), going.timeline(), after.timeline());
        } catch (MalformedHistory malformed) {
            remembered.put(person, new Folded.Halted(event.position()));
            return new Turn.Stopped(person, event.position(), String.valueOf(malformed.getMessage()));
        }
    }

    private Folded before(LoggedEvent event) {
        Folded known = remembered.get(event.streamId());
        if (known != null && known.precedes(event) && !needsEvents(known, event)) {
            return known;
        }
        if (event.sequence() == 0) {
            return Folded.NOBODY;
        }
        if (past.stopped(event.streamId())) {
            return new Folded.Halted(event.position() - 1);
        }
        Person person = Person.UNKNOWN;
        for (LoggedEvent earlier : past.before(event.streamId(), event.position())) {
            person = next(person, earlier);
        }
        Person folded = person;
        return new Folded.Going(folded, timeline(() -> Timeline.of(folded)));
    }

    private boolean needsEvents(Folded known, LoggedEvent event) {
        return known instanceof Folded.Going && event.name().equals(correction);
    }

    private Folded.Going after(Folded.Going before, LoggedEvent event) {
        Person person = next(before.person(), event).forgetting();
        // Nobody has no rows, whoever is identified has.
        return new Folded.Going(
                person,
                timeline(() -> before.person().identified()
                        ? Timeline.of(person, before.person(), before.timeline())
                        : Timeline.of(person)));
    }

    private Person next(Person person, LoggedEvent event) {
        return replay.next(person, event.sequence(), event.name(), event.version(), event.payload());
    }

    private static Timeline timeline(Supplier<Timeline> workedOut) {
        try {
            return workedOut.get();
        } catch (MalformedHistory malformed) {
            throw malformed;
        } catch (RuntimeException unforeseen) {
            throw new MalformedHistory(
                    "no timeline follows: " + unforeseen.getClass().getSimpleName());
        }
    }

    private static final class LeastRecentlyUsed<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;
        private static final int INITIAL = 64;
        private static final float LOAD = 0.75f;

        private final int capacity;

        private LeastRecentlyUsed(int capacity) {
            super(INITIAL, LOAD, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > capacity;
        }
    }
}
