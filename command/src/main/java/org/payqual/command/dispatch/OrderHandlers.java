package org.payqual.command.dispatch;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.payqual.command.port.Statements;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;

/** Handles orders to every kind of stream. */
public final class OrderHandlers {

    private static final String MERGER = "merger";
    private static final int SHARE = 8;
    /** What an event leaves in a folded stream: itself, its receipt, the digests of its order. */
    private static final int BYTES_OF_AN_EVENT = 1_024;

    private final CommandBus bus;
    private final EventStore events;
    private final AdoptedLaw law;
    private final Statements statements;
    private final RecentStreams recent;

    private OrderHandlers(
            CommandBus bus, EventStore events, AdoptedLaw law, Statements statements, RecentStreams recent) {
        this.bus = bus;
        this.events = events;
        this.law = law;
        this.statements = statements;
        this.recent = recent;
    }

    /** Has a bus handle orders to streams in an event store; an eighth of the heap is for those folded lately. */
    public static void subscribe(CommandBus bus, EventStore events, AdoptedLaw law, Statements statements) {
        subscribe(bus, events, law, statements, Runtime.getRuntime().maxMemory() / SHARE / BYTES_OF_AN_EVENT);
    }

    /**
     * Has a bus handle orders likewise.
     *
     * @param kept how many events streams folded lately may have together; 0 keeps none
     */
    public static void subscribe(CommandBus bus, EventStore events, AdoptedLaw law, Statements statements, long kept) {
        OrderHandlers handlers = new OrderHandlers(bus, events, law, statements, new RecentStreams(kept));
        for (StreamType type : StreamType.values()) {
            switch (type) {
                case LEDGER -> handlers.subscribe(type, LedgerStream.class, LedgerStream::new);
                case LAW -> handlers.subscribe(type, LawStream.class, LawStream::new);
                case PERSON -> handlers.subscribePeople();
                case INSTITUTION -> handlers.subscribe(type, InstitutionStream.class, InstitutionStream::new);
                case INSPECTION -> handlers.subscribe(type, InspectionStream.class, InspectionStream::new);
                case HANDLING -> handlers.subscribe(type, HandlingStream.class, HandlingStream::new);
            }
        }
    }

    /** Returns the name under which the bus knows the orders to a target's kind of stream. */
    static String name(Target<?> target) {
        return target.beside() == null ? target.stream().type().label() : MERGER;
    }

    private void subscribePeople() {
        StreamRepository<PersonStream> people =
                new StreamRepository<>(PersonStream.class, events, PersonStream::new, recent);
        bus.subscribe(StreamType.PERSON.label(), new OrderHandler<>(people, this::facts, statements));
        bus.subscribe(MERGER, new MergerHandler(people, this::facts, statements));
    }

    private LedgerFacts facts() {
        return new LedgerFacts(events, law);
    }

    private <C, A extends RecordedStream<C, ?>> void subscribe(
            StreamType type, Class<A> aggregate, Function<StreamName, A> blank) {
        bus.subscribe(
                type.label(),
                new OrderHandler<>(new StreamRepository<>(aggregate, events, blank, recent), this::facts, statements));
    }
}
