package org.payqual.projections.person;

import java.nio.charset.StandardCharsets;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;

/**
 * Folds one stored event of a person after the other. Decoding and folding are pure, so whatever they throw they will
 * throw again: it is the history that is at fault.
 */
public final class PersonReplay {

    private static final String ZERO = "\\u0000";

    private final EventCodec codec;

    /** Creates what reads events by this codec. */
    public PersonReplay(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Folds the next event.
     *
     * @param sequence the event's number in the stream
     * @param name its registered name
     * @param version of its form
     * @param payload as stored
     * @throws MalformedHistory if it cannot be read, or cannot follow
     */
    public Person next(Person person, long sequence, String name, int version, byte[] payload) {
        if (person.version() + 1 != sequence) {
            throw new MalformedHistory("event " + sequence + " follows event " + person.version());
        }
        if (new String(payload, StandardCharsets.UTF_8).contains(ZERO)) {
            throw new MalformedHistory(name + " holds a zero character, which no row can keep");
        }
        try {
            if (codec.decode(name, version, payload) instanceof PersonEvent decoded) {
                return Person.evolve(person, decoded);
            }
        } catch (MalformedHistory malformed) {
            throw malformed;
        } catch (RuntimeException unforeseen) {
            throw new MalformedHistory(
                    name + " cannot be folded: " + unforeseen.getClass().getSimpleName());
        }
        throw new MalformedHistory(name + " is no event of a person");
    }
}
