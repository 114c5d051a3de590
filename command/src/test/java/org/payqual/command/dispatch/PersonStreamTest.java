package org.payqual.command.dispatch;

import static org.payqual.command.dispatch.InMemory.CLERK;
import static org.payqual.command.dispatch.InMemory.day;
import static org.payqual.command.dispatch.InMemory.registration;
import static org.payqual.command.dispatch.InMemory.score;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CoreMatchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent.Committed;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.rulebook.Responsibility;

/** A person's stream as an aggregate: given events, an order gives events or a refusal and nothing else. */
class PersonStreamTest {

    private static final String ID = "p";

    private AggregateTestFixture<PersonStream> fixture;
    private Committed committed;
    private Registered registered;

    @BeforeEach
    void surroundings() {
        InMemory around = new InMemory().furnished();
        around.submit(Target.person("other"), new PersonCommand.Identify("RESIDENT_ID"));
        around.submit(Target.person("other"), new PersonCommand.Commit("H1", day("2025-01-06")));
        around.submit(Target.person("other"), registration());
        committed = (Committed) around.recorded(Target.person("other")).get(1);
        registered = (Registered) around.recorded(Target.person("other")).get(2);

        fixture = new AggregateTestFixture<>(PersonStream.class);
        EventStore events = fixture.getEventStore();
        StreamRepository<PersonStream> repository =
                new StreamRepository<>(PersonStream.class, events, PersonStream::new, new RecentStreams(0));
        fixture.registerRepository(repository);
        OrderHandler<PersonStream, PersonCommand> handler =
                new OrderHandler<>(repository, around::facts, new NoStatements());
        fixture.registerCommandHandler(Order.class, handler);
    }

    @Test
    void identificationOpensTheStream() {
        fixture.givenNoPriorActivity()
                .when(order(new PersonCommand.Identify("RESIDENT_ID")))
                .expectEvents(new Identified("RESIDENT_ID"))
                .expectResultMessagePayload(new Outcome.Recorded(0));
    }

    @Test
    void whoCommittedIsRegistered() {
        given(new Identified("RESIDENT_ID"), committed)
                .when(order(registration()))
                .expectEvents(registered)
                .expectResultMessagePayload(new Outcome.Recorded(2));
    }

    @Test
    void whoDidNotCommitIsNot() {
        refused(given(new Identified("RESIDENT_ID")).when(order(registration())), "no-commitment");
    }

    @Test
    void aNoticeOfSixPointsScoresAndSupervises() {
        given(new Identified("RESIDENT_ID"), committed, registered)
                .when(order(score("N1", Responsibility.PRIMARY, null)))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(new Outcome.Recorded(4))
                .expectEventsMatching(
                        CoreMatchers.allOf(eventsOf(Scored.class, 0), eventsOf(KeySupervisionStarted.class, 1)));
    }

    @Test
    void aNoticeWithoutADegreeLeavesNothing() {
        refused(
                given(new Identified("RESIDENT_ID"), committed, registered).when(order(score("N1", null, null))),
                "responsibility-missing");
    }

    private TestExecutor<PersonStream> given(Object... events) {
        return fixture.given(events);
    }

    private static Order<PersonCommand> order(PersonCommand command) {
        return new Order<>(
                "test",
                Target.person(ID),
                digest -> command,
                Provenance.of(CLERK, null, "1.k", "1.r", "c"),
                null,
                null);
    }

    private static void refused(ResultValidator<PersonStream> result, String code) {
        result.expectNoEvents().expectSuccessfulHandlerExecution().expectResultMessagePayloadMatching(refusal(code));
    }

    private static Matcher<Object> refusal(String code) {
        return new Holds<>(
                "a refusal " + code,
                it -> it instanceof Outcome.Refused refused
                        && refused.refusal().code().equals(code));
    }

    private static Matcher<List<?>> eventsOf(Class<?> type, int at) {
        return new Holds<>(
                type.getSimpleName() + " at " + at,
                it -> it instanceof List<?> events
                        && events.get(at) instanceof Message<?> message
                        && type.isInstance(message.getPayload()));
    }
}
