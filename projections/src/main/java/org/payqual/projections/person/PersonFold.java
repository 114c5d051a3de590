package org.payqual.projections.person;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Timeline;
import org.payqual.projections.log.SealedEvent;

/**
 * Folds the events of people in log order into what each of them changes. The outcome depends on the log alone: people
 * are remembered only to spare reading their past again, and whoever is remembered from a batch that was then taken
 * back does not fit the event that comes again, and is folded anew. Not for use by several threads.
 */
public final class PersonFold {

    /** How many people are remembered usually. */
    public static final int USUAL = 20_000;

    private static final String ZERO = "\\u0000";

    private final EventCodec codec;
    private final Past past;
    private final Map<String, Folded> remembered;

    /** What is known of a person after some event. */
    private sealed interface Folded {

        Going NOBODY = new Going(Person.UNKNOWN, new Timeline(List.of(), List.of(), List.of()));

        /** Tells whether an event can be the next after this. */
        boolean precedes(SealedEvent event);

        record Going(Person person, Timeline timeline) implements Folded {
            @Override
            public boolean precedes(SealedEvent event) {
                return person.version() + 1 == event.sequence();
            }
        }

        record Halted(long position) implements Folded {
            @Override
            public boolean precedes(SealedEvent event) {
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
        this.codec = codec;
        this.past = past;
        this.remembered = new LeastRecentlyUsed<>(capacity);
    }

    /** Folds the next event of a person's stream. */
    public Turn fold(SealedEvent event) {
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

    private Folded before(SealedEvent event) {
        Folded known = remembered.get(event.streamId());
        if (known != null && known.precedes(event)) {
            return known;
        }
        if (event.sequence() == 0) {
            return Folded.NOBODY;
        }
        if (past.stopped(event.streamId())) {
            return new Folded.Halted(event.position() - 1);
        }
        Person person = Person.UNKNOWN;
        for (SealedEvent earlier : past.before(event.streamId(), event.position())) {
            person = next(person, earlier);
        }
        Person folded = person;
        return new Folded.Going(folded, timeline(() -> Timeline.of(folded)));
    }

    private Folded.Going after(Folded.Going before, SealedEvent event) {
        Person person = next(before.person(), event);
        // Nobody has no rows, whoever is identified has.
        return new Folded.Going(
                person,
                timeline(() -> before.person().identified()
                        ? Timeline.of(person, before.person(), before.timeline())
                        : Timeline.of(person)));
    }

    // Decoding and folding are pure, so whatever they throw they will throw again: it is this history that is at fault.
    private Person next(Person person, SealedEvent event) {
        if (person.version() + 1 != event.sequence()) {
            throw new MalformedHistory("event " + event.sequence() + " follows event " + person.version());
        }
        if (new String(event.payload(), StandardCharsets.UTF_8).contains(ZERO)) {
            throw new MalformedHistory(event.name() + " holds a zero character, which no row can keep");
        }
        try {
            if (codec.decode(event.name(), event.version(), event.payload()) instanceof PersonEvent decoded) {
                return Person.evolve(person, decoded);
            }
        } catch (MalformedHistory malformed) {
            throw malformed;
        } catch (RuntimeException unforeseen) {
            throw new MalformedHistory(
                    event.name() + " cannot be folded: " + unforeseen.getClass().getSimpleName());
        }
        throw new MalformedHistory(event.name() + " is no event of a person");
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
