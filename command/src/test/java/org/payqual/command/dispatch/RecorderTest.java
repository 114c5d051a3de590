package org.payqual.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.command.dispatch.InMemory.CLERK;
import static org.payqual.command.dispatch.InMemory.day;
import static org.payqual.command.dispatch.InMemory.registration;
import static org.payqual.command.dispatch.InMemory.score;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.command.Submission;
import org.payqual.command.port.Digests;
import org.payqual.command.port.KeyedDigest;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.MeasureCause;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Responsibility;

class RecorderTest {

    private static final Target<PersonCommand> P = Target.person("p");
    private static final PersonCommand IDENTIFY = new PersonCommand.Identify("RESIDENT_ID");
    private static final PersonCommand COMMIT = new PersonCommand.Commit("H1", day("2025-01-06"));

    private final InMemory ledger = new InMemory().furnished();

    @Test
    void aFirstOrderOpensTheStreamAndTheNextGoesOn() {
        assertThat(ledger.submit(P, IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        assertThat(ledger.submit(P, COMMIT)).isEqualTo(new Outcome.Recorded(1));
        assertThat(ledger.submit(P, registration())).isEqualTo(new Outcome.Recorded(2));
        Recorded recorded = ledger.recorder.record(
                P, "score", "n", ledger.submission(), digest -> score("N1", Responsibility.PRIMARY, null));
        assertThat(recorded).isEqualTo(new Recorded(P.stream(), 4, OptionalLong.of(100)));
        assertThat(ledger.recorded(P).getLast()).isInstanceOf(PersonEvent.KeySupervisionStarted.class);
    }

    @Test
    void aRefusedFirstOrderLeavesNothing() {
        assertThat(ledger.submit(P, COMMIT))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> assertThat(it.refusal().code()).isEqualTo("unknown-person"));
        assertThat(ledger.recorded(P)).isEmpty();
        assertThat(ledger.submit(P, IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
    }

    @Test
    void aRepetitionIsAnsweredFromTheStreamAndRecordsNothing() {
        ledger.submit(P, IDENTIFY);
        Submission first = ledger.submission("k");
        Recorded recorded = ledger.recorder.record(P, "commit", COMMIT, first, digest -> COMMIT);
        ledger.submit(P, registration());
        int before = ledger.recorded(P).size();
        assertThat(ledger.recorder.record(P, "commit", COMMIT, first, digest -> COMMIT))
                .isEqualTo(recorded);
        Submission stale = new Submission(CLERK, "k", 0L, "other");
        assertThat(ledger.recorder.record(P, "commit", COMMIT, stale, digest -> COMMIT))
                .as("a repetition is recognised before the version is looked at")
                .isEqualTo(recorded);
        assertThat(ledger.afterKeyChange()
                        .record(P, "commit", COMMIT, first, digest -> COMMIT)
                        .version())
                .as("also under the next key of the digests")
                .isEqualTo(recorded.version());
        assertThat(ledger.recorded(P)).hasSize(before);
    }

    @Test
    void whoHasNotHeardOfANewKeyOfTheDigestsLooksWhenAStreamShowsIt() {
        ledger.submit(P, IDENTIFY);
        Submission later = ledger.submission();
        ledger.afterKeyChange().record(P, "commit", COMMIT, later, digest -> COMMIT);
        int recorded = ledger.recorded(P).size();
        Recorder unaware = ledger.unawareOfKeyChange();
        unaware.record(P, "commit", COMMIT, later, digest -> COMMIT);
        assertThat(ledger.recorded(P)).as("the repetition is recognised").hasSize(recorded);
        unaware.record(P, "commit", COMMIT, ledger.submission(), digest -> COMMIT);
        assertThat(ledger.recorded(P)).as("anything else is recorded").hasSize(recorded + 1);
        ledger.recorder.record(P, "commit", COMMIT, ledger.submission(), digest -> COMMIT);
        assertThat(ledger.recorded(P)).as("also where the new key is not found").hasSize(recorded + 2);
    }

    @Test
    void ofAStreamFoldedBeforeOnlyWhatIsNewIsReadWhoeverRecordedIt() {
        Recorder elsewhere = ledger.elsewhere();
        ledger.submit(P, IDENTIFY);
        Submission theirs = ledger.submission();
        elsewhere.record(P, "commit", COMMIT, theirs, digest -> COMMIT);
        assertThat(ledger.submit(P, registration())).isEqualTo(new Outcome.Recorded(2));
        elsewhere.record(P, "commit", COMMIT, ledger.submission(), digest -> COMMIT);
        assertThat(ledger.submit(P, COMMIT)).isEqualTo(new Outcome.Recorded(4));
        assertThat(ledger.readFrom)
                .as("the last event known, and what follows")
                .containsEntry(P.stream().stored(), 1L);
        assertThat(ledger.recorder
                        .record(P, "commit", COMMIT, theirs, digest -> COMMIT)
                        .version())
                .as("a repetition of what was recorded elsewhere")
                .isEqualTo(1);
        assertThat(ledger.recorded(P)).hasSize(5);
    }

    @Test
    void aKeyIsGoodForOneContentOneOperationAndOneClient() {
        ledger.submit(P, IDENTIFY);
        Submission submission = ledger.submission("k");
        ledger.recorder.record(P, "commit", COMMIT, submission, digest -> COMMIT);
        PersonCommand other = new PersonCommand.Commit("H1", day("2025-01-08"));
        assertThat(problem(() -> ledger.recorder.record(P, "commit", other, submission, digest -> other)))
                .isEqualTo(new Problem.KeyReused());
        assertThat(problem(() -> ledger.recorder.record(P, "else", COMMIT, submission, digest -> COMMIT)))
                .isEqualTo(new Problem.KeyReused());
        Actor colleague = new Actor(CLERK.issuer(), "colleague", CLERK.role(), CLERK.organisation());
        assertThat(ledger.recorder
                        .record(P, "commit", other, new Submission(colleague, "k", null, "c"), digest -> other)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aCommandIsDecidedOnTheSameFactsBeforeAndAfterItsTextIsKept() {
        ledger.submit(P, IDENTIFY);
        ledger.submit(P, COMMIT);
        ledger.submit(P, registration());
        ledger.whileKeeping = () -> CompletableFuture.runAsync(() -> ledger.submit(
                        Target.handling("C1"),
                        new HandlingCommand.Overturn(day("2025-03-05"), Determiner.DEPARTMENT, null)))
                .join();
        assertThat(ledger.recorder.submit(P, "score", "n", ledger.submission(), digest -> {
                    String reason = digest.apply("理由");
                    return score("N1", Responsibility.PRIMARY, reason);
                }))
                .isEqualTo(new Outcome.Recorded(4));
        assertThat(ledger.recorded(Target.handling("C1"))).hasSize(2);
    }

    @Test
    void whatIsRefusedOnceItsTextIsKeptIsARefusalToo() {
        ledger.submit(P, IDENTIFY);
        assertThat(ledger.recorder.submit(P, "commit", "c", ledger.submission(), keeping -> {
                    String unused = keeping.apply("理由");
                    return keeping.forGood() ? new PersonCommand.Commit("H9", day("2025-01-06")) : COMMIT;
                }))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> assertThat(it.refusal().code()).isEqualTo("unknown-institution"));
        assertThat(ledger.recorded(P)).hasSize(1);
    }

    @Test
    void aVersionThatIsNotTheLastIsRefusedWithTheLast() {
        Submission early = new Submission(CLERK, "a", 0L, "c");
        assertThat(problem(() -> ledger.recorder.record(P, "i", IDENTIFY, early, digest -> IDENTIFY)))
                .isEqualTo(new Problem.StaleVersion(0, -1));
        ledger.submit(P, IDENTIFY);
        ledger.submit(P, COMMIT);
        assertThat(problem(() -> ledger.recorder.record(P, "c", COMMIT, early, digest -> COMMIT)))
                .isEqualTo(new Problem.StaleVersion(0, 1));
        Submission right = new Submission(CLERK, "b", 1L, "c");
        assertThat(ledger.recorder
                        .record(P, "r", "r", right, digest -> registration())
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aRefusalIsDecidedAnew() {
        ledger.submit(P, IDENTIFY);
        Submission submission = ledger.submission("k");
        assertThat(problem(() -> ledger.recorder.record(P, "r", "r", submission, digest -> registration())))
                .isInstanceOf(Problem.Refused.class);
        ledger.submit(P, COMMIT);
        assertThat(ledger.recorder
                        .record(P, "r", "r", submission, digest -> registration())
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aTextIsKeptOnlyOnceItsCommandIsAccepted() {
        ledger.submit(P, IDENTIFY);
        Wording<PersonCommand> scored = digest -> score("N1", Responsibility.PRIMARY, digest.apply("why"));
        Wording<PersonCommand> unlawful = digest -> score("N1", null, digest.apply("why"));
        Submission submission = ledger.submission("k");
        assertThat(problem(() -> ledger.recorder.record(P, "s", "s", submission, unlawful)))
                .isInstanceOf(Problem.Refused.class);
        assertThat(ledger.texts).isEmpty();
        ledger.recorder.record(P, "s", "s", submission, scored);
        ledger.recorder.record(P, "s", "s", submission, scored);
        assertThat(ledger.texts).containsExactly("why");
        assertThat(((PersonEvent.Scored) ledger.recorded(P).get(1))
                        .findings()
                        .getFirst()
                        .reason())
                .hasSize(64)
                .isNotEqualTo("0".repeat(64));
    }

    @Test
    void metadataTellsWhoAndCarriesNoMoreThanTheList() {
        ledger.recorder.record(P, "i", IDENTIFY, ledger.submission("k"), digest -> IDENTIFY);
        EventMessage<?> message = ledger.events.readEvents(P.stream().stored()).next();
        assertThat(message.getMetaData())
                .containsEntry("issuer", CLERK.issuer())
                .containsEntry("subject", "clerk")
                .containsEntry("role", "AGENCY")
                .containsEntry("correlation", "c")
                .containsOnlyKeys(
                        "issuer", "subject", "role", "organisation", "keyDigest", "requestDigest", "correlation");
    }

    @Test
    void anEventThatCannotFollowStopsItsStreamAloneAndIsReported() {
        ledger.submit(P, IDENTIFY);
        publish("person/p", 1, new PersonEvent.SuspensionRevoked("N9", MeasureCause.NOTICE_CHANGED, "N9", receipt()));
        Problem answer = problem(() -> ledger.recorder.record(P, "c", COMMIT, ledger.submission(), digest -> COMMIT));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Problem.NotYet.class, it -> assertThat(it.code()).isEqualTo("history-malformed"));
        assertThat(ledger.unreadable.found()).containsExactly(P.stream());
        assertThat(ledger.submit(Target.person("q"), IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        assertThat(ledger.submit(Target.person("q"), COMMIT)).isEqualTo(new Outcome.Recorded(1));
    }

    @Test
    void aStreamThatADecisionLooksAtStopsItToo() {
        ledger.submit(P, IDENTIFY);
        publish("institution/H1", 1, new PersonEvent.Identified("PASSPORT"));
        assertThatThrownBy(() -> ledger.submit(P, COMMIT)).isInstanceOf(ProblemException.class);
        assertThat(ledger.unreadable.found()).containsExactly(Target.institution("H1").stream());
    }

    static List<Exception> passing() {
        return List.of(
                new EventStoreException("", new BatchUpdateException("", "40001", new int[0])),
                new EventStoreException("", new SQLException("", "40P01")),
                new StreamCollision("person/p", 0));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsTriedAgainAndThenToldAsAConflict(Exception thrown) {
        AtomicInteger tries = new AtomicInteger();
        Recorder stubborn = failing(tries, thrown);
        assertThat(problem(() -> stubborn.record(P, "i", IDENTIFY, ledger.submission(), digest -> IDENTIFY)))
                .isInstanceOfSatisfying(Problem.Refused.class, it -> {
                    assertThat(it.refusal().kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(it.refusal().code()).isEqualTo("contended");
                });
        assertThat(tries).hasValueBetween(3, 10);
    }

    @Test
    void anythingElseIsTriedOnce() {
        AtomicInteger tries = new AtomicInteger();
        Map<Exception, Class<?>> answers = Map.of(
                new OutcomeUnknown("08006"), Problem.OutcomeUnknown.class,
                new EventStoreException("", new SQLException("secret", "57P01")), Problem.NotYet.class,
                new EventStoreException("", new SQLException("secret")), Problem.NotYet.class);
        answers.forEach((thrown, answer) -> assertThat(problem(
                        () -> failing(tries, thrown).record(P, "i", IDENTIFY, ledger.submission(), digest -> IDENTIFY)))
                .isInstanceOf(answer));
        assertThat(tries).hasValue(answers.size());
        assertThatThrownBy(() -> failing(tries, new EventStoreException("x", new SQLException("secret", "23505")))
                        .record(P, "i", IDENTIFY, ledger.submission(), digest -> IDENTIFY))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void theProgramItselfActsWithoutRoleOrKey() {
        Target<OpenLedger> target = Target.ledger("l");
        assertThat(ledger.recorder.submitAsProgram(target, new OpenLedger(true)))
                .isEqualTo(new Outcome.Recorded(0));
        assertThat(ledger.recorder.submitAsProgram(target, new OpenLedger(true)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(ledger.events.readEvents("ledger/l").next().getMetaData()).containsOnlyKeys("issuer", "subject");
    }

    @Test
    void whatFollowsFromAnEventIsRecordedOnceAndNamesItsCause() {
        ledger.submit(P, IDENTIFY);
        assertThat(ledger.recorder.submitBecause(P, "commit", "H1", "event-7", COMMIT))
                .isEqualTo(new Outcome.Recorded(1));
        assertThat(ledger.recorder.submitBecause(P, "commit", "H1", "event-7", COMMIT))
                .isEqualTo(new Outcome.Recorded(1));
        assertThat(ledger.recorded(P)).hasSize(2);
        assertThat(ledger.events.readEvents("person/p", 1).next().getMetaData())
                .containsEntry("cause", "event-7")
                .containsOnlyKeys("issuer", "subject", "keyDigest", "requestDigest", "cause");
    }

    @Test
    void spellingOfTheSameContentDoesNotMatter() {
        assertThat(Content.of("a", new DepartureReasonGiven(DepartureReason.RETIRED, null)))
                .isEqualTo(Content.of("a", Map.of("reason", "RETIRED")))
                .isNotEqualTo(Content.of("b", Map.of("reason", "RETIRED")));
    }

    record DepartureReasonGiven(DepartureReason reason, String more) {}

    private Recorder failing(AtomicInteger tries, Exception thrown) {
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe("person", message -> {
            tries.incrementAndGet();
            throw thrown;
        });
        Digests digests = new Digests() {
            @Override
            public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
                return new KeyedDigest("1.k", List.of());
            }

            @Override
            public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
                return new KeyedDigest("1.r", List.of());
            }
        };
        return new Recorder(bus, digests, new AtOnce(OptionalLong.empty(), false), new UnreadableStreams());
    }

    private void publish(String stream, long sequence, Event event) {
        ledger.events.publish(new GenericDomainEventMessage<>(
                stream.substring(0, stream.indexOf('/')), stream, sequence, event, Map.of("issuer", "i")));
    }

    private static Receipt receipt() {
        return new Receipt("tianjin-2025", day("2025-01-01"), "0", List.of(), List.of());
    }

    private static Problem problem(Runnable submitted) {
        try {
            submitted.run();
            throw new AssertionError("it was recorded");
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
