package org.payqual.command.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.port.Digests;
import org.payqual.command.port.KeyedDigest;
import org.payqual.command.port.Statements;
import org.payqual.domain.calendar.ShippedCalendars;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.leaf.Digest;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.ShippedRulebooks;

/** A ledger in memory, with everything around it, for what needs no database. */
final class InMemory {

    static final Actor CLERK = new Actor("https://issuer.example", "clerk", Role.AGENCY, "A120101");

    /** From which of its events on each stream was read last. */
    final Map<String, Long> readFrom = new HashMap<>();

    final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public DomainEventStream readEvents(String stream, long first) {
                    readFrom.put(stream, first);
                    return super.readEvents(stream, first);
                }
            })
            .build();
    final AdoptedLaw law = new AdoptedLaw(
            events,
            stream -> events.readEvents(stream.stored())
                    .asStream()
                    .reduce((first, next) -> next)
                    .map(DomainEventMessage::getIdentifier));
    final UnreadableStreams unreadable = new UnreadableStreams();
    final List<String> texts = new ArrayList<>();
    Runnable whileKeeping = () -> {};
    final Recorder recorder;
    private int keys;

    InMemory() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        OrderHandlers.subscribe(bus, events, law, statements());
        recorder = new Recorder(bus, digests(1), new AtOnce(OptionalLong.of(100), false), unreadable);
    }

    /** Another program on the same ledger. */
    Recorder elsewhere() {
        return with(digests(1));
    }

    /** The same ledger after the digests' key was changed. */
    Recorder afterKeyChange() {
        return with(digests(2));
    }

    /** The same ledger in a program that has not heard yet that the digests' key was changed. */
    Recorder unawareOfKeyChange() {
        return with(new Digests() {
            @Override
            public Digests now() {
                return digests(1);
            }

            @Override
            public Digests afresh() {
                return digests(2);
            }

            @Override
            public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
                throw new IllegalStateException("one look for all of a request");
            }

            @Override
            public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
                throw new IllegalStateException("one look for all of a request");
            }
        });
    }

    private Recorder with(Digests digests) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        OrderHandlers.subscribe(bus, events, law, statements());
        return new Recorder(bus, digests, new AtOnce(OptionalLong.empty(), false), unreadable);
    }

    LedgerFacts facts() {
        return new LedgerFacts(events, law);
    }

    Submission submission(String key) {
        return new Submission(CLERK, key, null, "c");
    }

    Submission submission() {
        return submission("key-" + ++keys);
    }

    <C> Outcome submit(Target<C> target, C command) {
        return recorder.submit(target, "op", command, submission(), digest -> command);
    }

    List<Event> recorded(Target<?> target) {
        return events.readEvents(target.stream().stored())
                .asStream()
                .map(it -> (Event) it.getPayload())
                .toList();
    }

    /** Adopts the law and makes known the hospital H1, the inspection I1 and the handling C1 of 2025-03-03. */
    InMemory furnished() {
        submit(
                Target.law(),
                new LawCommand.AdoptRulebook(
                        ShippedRulebooks.file("tianjin-2025").orElseThrow()));
        submit(
                Target.law(),
                new LawCommand.AdoptCalendar(ShippedCalendars.file("china-2025").orElseThrow()));
        submit(
                Target.institution("H1"),
                new InstitutionCommand.Designate(InstitutionKind.HOSPITAL, true, "120101", day("2025-01-02"), null));
        submit(Target.inspection("I1"), new InspectionCommand.Open("H1", day("2025-02-17")));
        submit(
                Target.handling("C1"),
                new HandlingCommand.Decide(
                        "I1",
                        "H1",
                        HandlingKind.ADMINISTRATIVE_PENALTY,
                        day("2025-03-03"),
                        List.of(38, 40),
                        List.of(),
                        null));
        return this;
    }

    static PersonCommand.Register registration() {
        return new PersonCommand.Register("H1", day("2025-01-07"), RegistrationContent.of("MEDICAL", true));
    }

    static PersonCommand.Score score(String notice, Responsibility responsibility, @Nullable String reason) {
        return new PersonCommand.Score(
                notice,
                "C1",
                day("2025-03-04"),
                null,
                null,
                null,
                true,
                List.of(new PersonCommand.ClaimedFinding(
                        "V1", "TJ-27.1", responsibility, null, null, day("2025-02-01"), 38, null, reason, null, null)));
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private Statements statements() {
        return new Statements() {
            @Override
            public String digestOf(StreamType stream, String id, String text) {
                texts.add(text);
                whileKeeping.run();
                return Digest.of(text.getBytes(StandardCharsets.UTF_8)).toString();
            }

            @Override
            public Statement read(StreamType stream, String id, String digest) {
                return new Statement.Unknown();
            }
        };
    }

    private static Digests digests(int version) {
        Function<String, KeyedDigest> digest = text -> {
            String plain = Digest.of(text.getBytes(StandardCharsets.UTF_8)).toString();
            return new KeyedDigest(version + "." + plain, version == 1 ? List.of() : List.of("1." + plain));
        };
        return new Digests() {
            @Override
            public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
                return digest.apply(subject + "|" + target + "|" + key);
            }

            @Override
            public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
                return digest.apply(target + "|" + new String(request, StandardCharsets.UTF_8));
            }
        };
    }

    static StreamName person(String id) {
        return Target.person(id).stream();
    }
}
