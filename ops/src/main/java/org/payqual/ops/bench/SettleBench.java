package org.payqual.ops.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.payqual.command.dispatch.AdoptedLaw;
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
        try (Grounds grounds = new Grounds();
                HttpClient client = HttpClient.newHttpClient()) {
            Rulebook rulebook = grounds.part(AdoptedLaw.class)
                    .current()
                    .rulebooks()
                    .byId("tianjin-2025")
                    .orElseThrow();
            SettlementIndex index = grounds.part(SettlementIndex.class);
            new IndexedCrowd(people, HOSPITAL, rulebook).fill(index);
            makeRows(grounds);
            Caller caller = new Caller(
                    client, grounds.port(), grounds.part(SampleTokens.class).tokenFor(Role.SETTLEMENT));
            for (int count : callers) {
                measure(new Callers(count, seconds), grounds, index, caller);
            }
        }
    }

    private void measure(Callers side, Grounds grounds, SettlementIndex index, Caller caller) {
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
        table.line("payqual over HTTP, one by one", side.measure((who, turn) -> caller.one(anyone())));
        Rate bulk = side.measure((who, turn) -> caller.many());
        table.line("payqual over HTTP, " + BULK + " at once", new Rate(bulk.aSecond() * BULK, bulk.p99Millis()));
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

    /** Asks over HTTP, as a settlement system does. */
    private final class Caller {

        private final HttpClient client;
        private final String address;
        private final String token;

        private Caller(HttpClient client, int port, String token) {
            this.client = client;
            this.address = "http://localhost:" + port;
            this.token = token;
        }

        private void one(String code) {
            send(request("/api/v1/settlement/check?person=" + code + "&institution=" + HOSPITAL + "&validAt=" + DAY)
                    .GET());
        }

        private void many() {
            String lines = IntStream.range(0, BULK)
                    .mapToObj(i -> "{\"person\":\"" + anyone() + "\",\"institution\":\"" + HOSPITAL
                            + "\",\"validAt\":\"" + DAY + "\"}")
                    .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
            send(request(CHECKS).header("Content-Type", "application/json").POST(BodyPublishers.ofString(lines)));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        }

        private void send(HttpRequest.Builder request) {
            try {
                HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
            } catch (IOException e) {
                throw new IllegalStateException("no answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
