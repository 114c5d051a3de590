package org.payqual.command.dispatch;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand;

/**
 * The stream that an order is about.
 *
 * @param stream its name
 * @param beside another stream of the kind, to which the same decision writes; absent where it writes to one only
 * @param <C> the commands that it takes
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps a command from being sent to a stream of another kind
public record Target<C>(StreamName stream, @Nullable StreamName beside) {

    /** Names a person's stream. */
    public static Target<PersonCommand> person(String id) {
        return of(StreamType.PERSON, id);
    }

    /** Names the stream of a person's record that is merged into another, with that other. */
    public static Target<PersonCommand> merging(String id, String into) {
        return new Target<>(new StreamName(StreamType.PERSON, id), new StreamName(StreamType.PERSON, into));
    }

    /** Names an institution's stream. */
    public static Target<InstitutionCommand> institution(String code) {
        return of(StreamType.INSTITUTION, code);
    }

    /** Names an inspection's stream. */
    public static Target<InspectionCommand> inspection(String id) {
        return of(StreamType.INSPECTION, id);
    }

    /** Names a handling's stream. */
    public static Target<HandlingCommand> handling(String id) {
        return of(StreamType.HANDLING, id);
    }

    /** Names the one stream of law. */
    public static Target<LawCommand> law() {
        return of(StreamType.LAW, LawEvent.STREAM);
    }

    /** Names the stream of a ledger's own events. */
    public static Target<OpenLedger> ledger(String id) {
        return of(StreamType.LEDGER, id);
    }

    private static <C> Target<C> of(StreamType type, String id) {
        return new Target<>(new StreamName(type, id), null);
    }
}
