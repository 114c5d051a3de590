package org.payqual.query.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.AppealEvent;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RecordedMeasure;
import org.payqual.domain.person.RepairEvent;
import org.payqual.domain.person.RestorationEvent;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells a person's events from the log itself, in the form in which this build would write them, without the salt. */
public final class History {

    private static final String SALT = "salt";
    private static final JsonMapper JSON = new JsonMapper();

    private final LogReader log;
    private final EventCodec codec;

    /** Creates what reads the log by this codec. */
    public History(LogReader log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Returns all events of a person up to a position, also those that cannot be read or followed. */
    List<HistoryAnswer.Entry> of(String person, long position) {
        List<HistoryAnswer.Entry> entries = new ArrayList<>();
        Person before = Person.UNKNOWN;
        for (SealedEvent sealed : log.stream(new StreamName(StreamType.PERSON, person), position)) {
            PersonEvent event = decoded(sealed);
            entries.add(entry(sealed, event, before.toldOfNext()));
            if (event instanceof RecordEvent.EntryCorrected correction) {
                entries.replaceAll(it -> correction.corrects(it.sequence()) ? it.correctedBy(sealed.sequence()) : it);
            }
            before = event == null ? before : after(before, event);
        }
        return entries;
    }

    private @Nullable PersonEvent decoded(SealedEvent sealed) {
        try {
            return codec.decode(sealed.name(), sealed.version(), sealed.payload()) instanceof PersonEvent event
                    ? event
                    : null;
        } catch (MalformedHistory unreadable) {
            return null;
        }
    }

    /** Whoever cannot be followed keeps the last state that could: only the days of revoked measures hang on it. */
    private static Person after(Person before, PersonEvent event) {
        try {
            return Person.evolve(before, event);
        } catch (MalformedHistory cannotFollow) {
            return before;
        }
    }

    private HistoryAnswer.Entry entry(SealedEvent sealed, @Nullable PersonEvent event, Person before) {
        return new HistoryAnswer.Entry(
                sealed.position(),
                sealed.sealedAt(),
                sealed.sequence(),
                sealed.name(),
                Labels.ofEvent(sealed.name()),
                event == null ? null : effective(event, before),
                event == null
                        ? List.of()
                        : provisions(event).stream().map(Provision::citation).toList(),
                by(sealed),
                event == null ? null : fact(event),
                null);
    }

    private static @Nullable LocalDate effective(PersonEvent event, Person before) {
        return switch (event) {
            case PersonEvent.Identified it -> null;
            case RecordEvent.EntryCorrected it -> it.date();
            case RecordEvent.IdentityCorrected it -> it.date();
            case RecordEvent.IdentityErased it -> it.date();
            case RecordEvent.Merged it -> it.date();
            case RecordEvent.TakenOver it -> it.date();
            case PersonEvent.Committed it -> it.date();
            case PersonEvent.Registered it -> it.from();
            case PersonEvent.RegistrationAmended it -> it.date();
            case PersonEvent.Departed it -> it.date();
            case PersonEvent.StatusMaintained it -> it.date();
            case PersonEvent.LicenceReported it -> it.effective();
            case PersonEvent.Scored it -> it.handlingDate();
            case PersonEvent.NoticeServed it -> it.received();
            case PersonEvent.Reminded it -> it.date();
            case PersonEvent.Interviewed it -> it.date();
            case PersonEvent.KeySupervisionStarted it -> it.from();
            case PersonEvent.MeasureSet it -> it.measure().from();
            case PersonEvent.MeasureRevoked it ->
                Optional.ofNullable(before.measures().get(it.notice()))
                        .map(RecordedMeasure::terms)
                        .map(PersonEvent.Measure::from)
                        .orElse(null);
            case PersonEvent.ScoreAdjusted it -> it.date();
            case PersonEvent.ScoreRevoked it -> it.date();
            case PersonEvent.Trained it -> it.date();
            case AppealEvent it -> it.date();
            case RepairEvent it -> it.date();
            case RestorationEvent it -> it.date();
        };
    }

    private static List<Provision> provisions(PersonEvent event) {
        return switch (event) {
            case PersonEvent.MeasureSet it -> List.of(it.measure().provision());
            case PersonEvent.KeySupervisionStarted it -> List.of(it.provision());
            case PersonEvent.Decided it -> it.receipt().rules();
            case PersonEvent.Identified it -> List.of();
            case RecordEvent.EntryCorrected it -> List.of();
            case RecordEvent.IdentityCorrected it -> List.of();
            case RecordEvent.IdentityErased it -> List.of();
            case RecordEvent.Merged it -> List.of();
            case RecordEvent.TakenOver it -> List.of();
        };
    }

    private static HistoryAnswer.@Nullable By by(SealedEvent sealed) {
        try {
            Provenance provenance = Provenance.decode(sealed.metadata());
            return new HistoryAnswer.By(provenance.role(), provenance.organisation(), provenance.onBehalfOf());
        } catch (MalformedHistory unreadable) {
            return null;
        }
    }

    private JsonNode fact(PersonEvent event) {
        ObjectNode fact = (ObjectNode) JSON.readTree(codec.encode(event).payload());
        fact.remove(SALT);
        return fact;
    }
}
