package org.payqual.query.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.law.Law;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;

/** Persons, institutions, inspections and the law as the log tells them up to a position. */
public final class Folded {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,32}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final LogReader log;
    private final EventCodec codec;
    private final AtomicReference<LawThen> law = new AtomicReference<>(new LawThen(-1, Law.NONE));

    /** Creates what folds this log. */
    public Folded(LogReader log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * The law as known at a position.
     *
     * @param position at which the last event of it was sealed
     * @param law after that event
     */
    private record LawThen(long position, Law law) {}

    /** Folds a person. */
    public Person person(String id, long position) {
        Person person = Person.UNKNOWN;
        for (SealedEvent sealed : sealed(StreamType.PERSON, id, position)) {
            person = Person.evolve(person, read(sealed, PersonEvent.class));
        }
        return person;
    }

    /** Folds an institution, where it is known. */
    public Optional<Institution> institution(String code, long position) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        @Nullable Institution institution = null;
        for (SealedEvent sealed : sealed(StreamType.INSTITUTION, code, position)) {
            institution = Institution.evolve(institution, code, read(sealed, InstitutionEvent.class));
        }
        return Optional.ofNullable(institution);
    }

    /** Finds when the agreement of a day was signed that an institution had then. */
    public Optional<LocalDate> agreementOn(String code, LocalDate day, long position) {
        return institution(code, position).stream()
                .flatMap(it -> it.agreements().values().stream())
                .filter(it -> !it.isAfter(day))
                .max(LocalDate::compareTo);
    }

    /** Folds an inspection, where it is known. */
    public Optional<Inspection> inspection(String id, long position) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        @Nullable Inspection inspection = null;
        for (SealedEvent sealed : sealed(StreamType.INSPECTION, id, position)) {
            inspection = Inspection.evolve(inspection, id, read(sealed, InspectionEvent.class));
        }
        return Optional.ofNullable(inspection);
    }

    /** Folds the law. Its files are long and change rarely, so the last state is kept. */
    public Law law(long position) {
        List<SealedEvent> sealed = sealed(StreamType.LAW, LawEvent.STREAM, position);
        if (sealed.isEmpty()) {
            return Law.NONE;
        }
        long last = sealed.getLast().position();
        LawThen kept = law.get();
        if (kept.position() == last) {
            return kept.law();
        }
        Law folded = Law.NONE;
        for (SealedEvent event : sealed) {
            folded = Law.evolve(folded, read(event, LawEvent.class));
        }
        law.set(new LawThen(last, folded));
        return folded;
    }

    private List<SealedEvent> sealed(StreamType type, String id, long position) {
        return log.stream(new StreamName(type, id), position);
    }

    private <E extends Event> E read(SealedEvent sealed, Class<E> kind) {
        Event event = codec.decode(sealed.name(), sealed.version(), sealed.payload());
        if (!kind.isInstance(event)) {
            throw new MalformedHistory(sealed.name() + " stands in a stream of another kind");
        }
        return kind.cast(event);
    }
}
