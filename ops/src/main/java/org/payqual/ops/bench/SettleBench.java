package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.Recorder;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.person.SpecialCase;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.bench.Callers.Rate;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.SettlementIndex;

/**
 * How fast it is told whether a service is payable: by a look-up in a map of answers, by a row asked of the database,
 * and by payqual from its index, in the program, over HTTP one by one, and over HTTP in bulk. The people are put
 * straight into the index, so that many can be tried.
 */
public final class SettleBench {

    private static final int BULK = 10_000;
    private static final long MIB = 1 << 20;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 20);
    private static final String HOSPITAL = "H12010199999";
    private static final String CHECKS = "/api/v1/settlement/checks";

    private final PrintWriter out;
    private final List<Integer> callers;
    private final int seconds;
    private final int people;

    /**
     * Makes the benchmark.
     *
     * @param out where the tables go
     * @param callers how many callers side by side, one table for each
     * @param seconds how long each way is measured
     * @param people how many are in the index
     */
    public SettleBench(PrintWriter out, List<Integer> callers, int seconds, int people) {
        this.out = out;
        this.callers = List.copyOf(callers);
        this.seconds = seconds;
        this.people = people;
    }

    /** Measures on a ledger of its own, and prints. */
    public void run() throws SQLException {
        try (Grounds grounds = new Grounds()) {
            Rulebook rulebook = grounds.part(AdoptedLaw.class)
                    .current()
                    .rulebooks()
                    .byId("tianjin-2025")
                    .orElseThrow();
            SettlementIndex index = grounds.part(SettlementIndex.class);
            fill(index, rulebook);
            makeRows(grounds);
            IndexDelay delay = new IndexDelay(grounds.part(Recorder.class), index);
            for (int count : callers) {
                Callers side = new Callers(count, seconds);
                measureLookUps(side, grounds, index);
                measureOverHttp(side, grounds);
                delay.measure(side, out);
            }
        }
    }

    private void fill(SettlementIndex index, Rulebook rulebook) {
        long before = heapUsed();
        new IndexedCrowd(people, HOSPITAL, rulebook).fill(index);
        out.println();
        out.printf(
                Locale.ROOT,
                "the index takes %d bytes a person, people: %,d; the heap may grow to %,d MiB%n",
                (heapUsed() - before) / people,
                people,
                Runtime.getRuntime().maxMemory() / MIB);
        out.flush();
    }

    private static long heapUsed() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void measureLookUps(Callers side, Grounds grounds, SettlementIndex index) {
        Ratios table = new Ratios(
                out, "is a service payable, people: " + people + ", callers: " + side.count() + "; lines a second");
        Map<String, Boolean> map = new HashMap<>();
        IntStream.range(0, people).forEach(i -> map.put(IndexedCrowd.code(i), true));
        table.ceiling("a look-up in a map of answers", side.measure((who, turn) -> {
            if (!map.containsKey(anyone())) {
                throw new IllegalStateException("a person is missing");
            }
        }));
        map.clear();
        table.line("a row asked of the database", side.measure((who, turn) -> askRow(grounds)));
        table.line(
                "payqual's index, in the program",
                side.measure(
                        (who, turn) -> index.answer(List.of(new Question(anyone(), HOSPITAL, DAY, SpecialCase.NONE)))));
        bulk(side, grounds, table);
    }

    private void bulk(Callers side, Grounds grounds, Ratios table) {
        String token = grounds.part(SampleTokens.class).tokenFor(Role.SETTLEMENT);
        overHttp(
                side,
                grounds,
                token,
                caller -> caller.post(CHECKS, lines()),
                rate -> table.line(
                        "payqual over HTTP, " + BULK + " at once", new Rate(rate.aSecond() * BULK, rate.p99Millis())));
    }

    private void measureOverHttp(Callers side, Grounds grounds) {
        Ratios table = new Ratios(out, "one question over HTTP, people: " + people + ", callers: " + side.count());
        overHttp(
                side,
                grounds,
                null,
                caller -> caller.get("/actuator/health/liveness"),
                rate -> table.ceiling("whether the program lives: HTTP alone", rate));
        String token = grounds.part(SampleTokens.class).tokenFor(Role.SETTLEMENT);
        overHttp(
                side,
                grounds,
                token,
                caller -> caller.get(check()),
                rate -> table.line("whether a service is payable, on record", rate));
    }

    /** Measures what callers ask, each on a connection of its own. */
    private static void overHttp(
            Callers side, Grounds grounds, @Nullable String token, Consumer<KeptConnection> ask, Consumer<Rate> table) {
        List<KeptConnection> connections = Stream.generate(() -> new KeptConnection(grounds.port(), token))
                .limit(side.count())
                .toList();
        try {
            table.accept(side.measure((who, turn) -> ask.accept(connections.get(who))));
        } finally {
            connections.forEach(KeptConnection::close);
        }
    }

    private String check() {
        return "/api/v1/settlement/check?person=" + anyone() + "&institution=" + HOSPITAL + "&validAt=" + DAY;
    }

    private String lines() {
        return IntStream.range(0, BULK)
                .mapToObj(i -> "{\"person\":\"" + anyone() + "\",\"institution\":\"" + HOSPITAL + "\",\"validAt\":\""
                        + DAY + "\"}")
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    private String anyone() {
        return IndexedCrowd.code(ThreadLocalRandom.current().nextInt(people));
    }

    private void makeRows(Grounds grounds) throws SQLException {
        try (Connection connection = grounds.plain().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.bench_payable (code text PRIMARY KEY, institution text NOT NULL,"
                    + " valid daterange NOT NULL, payable boolean NOT NULL)");
            statement.execute("INSERT INTO public.bench_payable SELECT 'D' || lpad(i::text, 12, '0'), '" + HOSPITAL
                    + "', '[2025-01-07,)', true FROM generate_series(0, " + (people - 1) + ") AS i");
            statement.execute("ANALYZE public.bench_payable");
        }
    }

    private void askRow(Grounds grounds) {
        try (Connection connection = grounds.plain().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT payable FROM public.bench_payable"
                        + " WHERE code = ? AND institution = ? AND valid @> ?::date")) {
            select.setString(1, anyone());
            select.setString(2, HOSPITAL);
            select.setString(3, DAY.toString());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("a row is missing");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not answer", e);
        }
    }
}
