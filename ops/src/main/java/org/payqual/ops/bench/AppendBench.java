package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.OrderHandlers;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Sealing;
import org.payqual.command.port.Statements;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Rulebook;

/**
 * How fast events are recorded: by a plain insert of the same row in a transaction of its own, by the framework as its
 * guide sets it up, and by payqual, whose answer also waits for the seal. Everything is done once unmeasured before,
 * and nothing is measured while others still take in what was written.
 */
public final class AppendBench {

    private static final LocalDate TRAINED = LocalDate.of(2025, 6, 2);
    private static final String HOSPITAL = "H12010199999";
    private static final int EVENTS_OF_A_CROWD = 60_000;
    private static final int[] LENGTHS = {5, 50};
    private static final Actor ACTOR = new Actor("https://bench.example", "bench", Role.AGENCY, "120100");

    private final PrintWriter out;
    private final List<Integer> callers;
    private final int seconds;

    /**
     * Makes the benchmark.
     *
     * @param out where the tables go
     * @param callers how many callers side by side, one table part for each
     * @param seconds how long each way is measured
     */
    public AppendBench(PrintWriter out, List<Integer> callers, int seconds) {
        this.out = out;
        this.callers = List.copyOf(callers);
        this.seconds = seconds;
    }

    /** Measures on a ledger of its own, and prints. */
    public void run() throws SQLException {
        try (Grounds grounds = new Grounds();
                StockAxon stock = new StockAxon(grounds.plain())) {
            Recorder recorder = grounds.part(Recorder.class);
            recorder.record(
                    Target.institution(HOSPITAL),
                    "designate",
                    List.of(),
                    submission(),
                    digest -> new InstitutionCommand.Designate(
                            InstitutionKind.HOSPITAL, true, "120101", LocalDate.of(2025, 1, 2), null));
            Rulebook rulebook = grounds.part(AdoptedLaw.class)
                    .current()
                    .rulebooks()
                    .byId("tianjin-2025")
                    .orElseThrow();
            execute(grounds, "CREATE TABLE public.bench_plain (LIKE ledger.domain_event_entry INCLUDING ALL)");
            for (int count : callers) {
                created(new PrintWriter(Writer.nullWriter()), count, grounds, stock, recorder);
            }
            for (int count : callers) {
                created(out, count, grounds, stock, recorder);
            }
            for (int length : LENGTHS) {
                Crowd crowd = new Crowd(EVENTS_OF_A_CROWD / length, length, HOSPITAL, rulebook);
                crowd.write(grounds.plain(), "ledger.domain_event_entry");
                stock.write(crowd, length);
                execute(grounds, "ANALYZE");
                grounds.settle();
                continued(grounds, stock, recorder, crowd, length);
            }
        }
    }

    private void created(PrintWriter to, int count, Grounds grounds, StockAxon stock, Recorder recorder)
            throws SQLException {
        Callers side = new Callers(count, seconds);
        Ratios table = new Ratios(to, "a new person, callers: " + count);
        table.ceiling(
                "plain insert",
                side.measure((caller, turn) -> insert(
                        grounds,
                        new EventRow(
                                new StreamName(
                                        StreamType.PERSON, UUID.randomUUID().toString()),
                                0,
                                new PersonEvent.Identified("PASSPORT")))));
        table.line(
                "the framework as its guide sets it up",
                side.measure((caller, turn) ->
                        stock.send(new StockPerson.Identify(UUID.randomUUID().toString()))));
        table.line(
                "payqual, recorded and sealed",
                side.measure((caller, turn) -> recorder.record(
                        Target.person(UUID.randomUUID().toString()),
                        "identify",
                        List.of(),
                        submission(),
                        digest -> new PersonCommand.Identify("PASSPORT"))));
        grounds.settle();
    }

    private void continued(Grounds grounds, StockAxon stock, Recorder recorder, Crowd crowd, int length)
            throws SQLException {
        Receipt receipt = ((PersonEvent.Committed) crowd.event(crowd.ids().getFirst(), 1)).receipt();
        Recorder forgetful = forgetful(grounds);
        meet(crowd, recorder);
        for (int count : callers) {
            Callers side = new Callers(count, seconds);
            Ratios table = new Ratios(out, "load " + length + " events, decide, append, callers: " + count);
            table.ceiling(
                    "plain insert",
                    side.measure((caller, turn) -> insert(
                            grounds,
                            new EventRow(
                                    new StreamName(
                                            StreamType.PERSON, UUID.randomUUID().toString()),
                                    length,
                                    new PersonEvent.Trained(TRAINED, HOSPITAL, receipt)))));
            table.line(
                    "the framework as its guide sets it up",
                    side.measure((caller, turn) -> stock.send(
                            new StockPerson.Train(whose(crowd, count, caller, turn), TRAINED, HOSPITAL, receipt))));
            table.line(
                    "payqual, a person not met lately",
                    side.measure((caller, turn) -> train(forgetful, whose(crowd, count, caller, turn))));
            table.line(
                    "payqual, a person met lately",
                    side.measure((caller, turn) -> train(recorder, whose(crowd, count, caller, turn))));
            grounds.settle();
        }
    }

    private static void train(Recorder recorder, String person) {
        recorder.record(
                Target.person(person),
                "train",
                List.of(),
                submission(),
                digest -> new PersonCommand.Train(TRAINED, HOSPITAL));
    }

    /** Makes one who records as the program does and keeps no stream folded. */
    private static Recorder forgetful(Grounds grounds) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        OrderHandlers.subscribe(
                bus, grounds.part(EventStore.class), grounds.part(AdoptedLaw.class), grounds.part(Statements.class), 0);
        return new Recorder(
                bus, grounds.part(Digests.class), grounds.part(Sealing.class), grounds.part(UnreadableStreams.class));
    }

    /** Has everyone's stream folded once, by a command that is refused. */
    private static void meet(Crowd crowd, Recorder recorder) {
        crowd.ids()
                .forEach(id -> recorder.submit(
                        Target.person(id),
                        "identify",
                        List.of(),
                        submission(),
                        digest -> new PersonCommand.Identify("PASSPORT")));
    }

    /** Callers go through people of their own, one after the other, so that nobody waits for a stream's lock. */
    private static String whose(Crowd crowd, int callers, int caller, int turn) {
        List<String> ids = crowd.ids();
        return ids.get((int) (((long) turn * callers + caller) % ids.size()));
    }

    private static Submission submission() {
        String id = UUID.randomUUID().toString();
        return new Submission(ACTOR, id, null, id);
    }

    private static void insert(Grounds grounds, EventRow row) {
        try (Connection connection = grounds.plain().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO public.bench_plain " + EventRow.COLUMNS)) {
            row.bind(insert);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the plain insert failed", e);
        }
    }

    private static void execute(Grounds grounds, String sql) throws SQLException {
        try (Connection connection = grounds.plain().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
