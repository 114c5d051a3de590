package org.payqual.query.settlement.index;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.law.Law;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.projections.log.StreamEvent;
import org.payqual.projections.person.PersonReplay;

/** Folds events that come stream by stream, each stream once, and tells what became known of it. */
final class StreamFold implements Consumer<StreamEvent> {

    /** The kinds of streams that settlement asks about. */
    static final List<StreamType> TYPES = List.of(StreamType.LAW, StreamType.INSTITUTION, StreamType.PERSON);

    private final EventCodec codec;
    private final PersonReplay replay;
    private final Consumer<Update> updates;
    private @Nullable StreamName stream;
    private Person person = Person.UNKNOWN;
    private @Nullable Institution institution;
    private Law law = Law.NONE;
    private boolean stopped;

    StreamFold(EventCodec codec, Consumer<Update> updates) {
        this.codec = codec;
        this.replay = new PersonReplay(codec);
        this.updates = updates;
    }

    @Override
    public void accept(StreamEvent event) {
        if (!event.stream().equals(stream)) {
            end();
            stream = event.stream();
        }
        if (stopped) {
            return;
        }
        try {
            fold(event);
        } catch (RuntimeException malformed) {
            // Pure: it would fail again. Without the law nothing can be answered; else this one stream stops.
            if (event.stream().type() == StreamType.LAW) {
                throw malformed;
            }
            stopped = true;
        }
    }

    /** Tells of the last stream. */
    void end() {
        if (stream != null) {
            tell(stream);
        }
        stream = null;
        person = Person.UNKNOWN;
        institution = null;
        law = Law.NONE;
        stopped = false;
    }

    private void fold(StreamEvent event) {
        switch (event.stream().type()) {
            case PERSON ->
                person = replay.next(person, event.sequence(), event.name(), event.version(), event.payload());
            case INSTITUTION ->
                institution =
                        Institution.evolve(institution, event.stream().id(), decoded(event, InstitutionEvent.class));
            case LAW -> law = Law.evolve(law, decoded(event, LawEvent.class));
            case LEDGER, INSPECTION, HANDLING -> throw new IllegalArgumentException("settlement asks nothing of these");
        }
    }

    private void tell(StreamName ended) {
        switch (ended.type()) {
            case PERSON -> {
                if (PersonTable.isId(ended.id())) {
                    updates.accept(personUpdate(UUID.fromString(ended.id())));
                }
            }
            case INSTITUTION ->
                updates.accept(
                        stopped || institution == null
                                ? new Update.InstitutionStopped(ended.id())
                                : new Update.InstitutionFolded(ended.id(), institution.region()));
            case LAW -> updates.accept(new Update.LawFolded(law.rulebooks()));
            case LEDGER, INSPECTION, HANDLING -> {}
        }
    }

    private Update personUpdate(UUID id) {
        String into = person.dossier().mergedInto();
        if (into != null && PersonTable.isId(into)) {
            return new Update.PersonMerged(id, UUID.fromString(into));
        }
        List<String> codes = List.of();
        try {
            codes = SettlementSpans.codesOf(person);
            return stopped
                    ? new Update.PersonStopped(id, codes)
                    : new Update.PersonFolded(id, codes, SettlementSpans.of(person));
        } catch (RuntimeException malformed) {
            return new Update.PersonStopped(id, codes);
        }
    }

    private <E extends Event> E decoded(StreamEvent event, Class<E> kind) {
        return kind.cast(codec.decode(event.name(), event.version(), event.payload()));
    }
}
