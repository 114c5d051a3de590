package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.Events;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.ops.bench.Callers.Rate;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.projections.live.Progress;
import org.payqual.projections.rebuild.RebuildStep;
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.RowRebuild;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast rows are made from the events: events read by a cursor and parsed, the framework's tracking processor that
 * writes one row per event, payqual's live tables while events are written, and its rebuild with indexes and switch.
 */
public final class RebuildBench {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final int[] LENGTHS = {5, 50};
    private static final int FETCH = 5_000;
    private static final double NANOS = 1e9;
    private static final String HOSPITAL = "H12010199999";
    private static final Actor ACTOR = new Actor("https://bench.example", "bench", Role.AGENCY, "120100");

    private final PrintWriter out;
    private final int seconds;
    private final int events;

    /**
     * Makes the benchmark.
     *
     * @param out where the tables go
     * @param seconds how long the framework's processor is watched; the other ways run to their end
     * @param events how many, half of them in streams of 5 and half in streams of 50
     */
    public RebuildBench(PrintWriter out, int seconds, int events) {
        this.out = out;
        this.seconds = seconds;
        this.events = events;
    }

    /** Measures on a ledger of its own, and prints. */
    public void run() throws SQLException {
        for (int length : LENGTHS) {
            try (Grounds grounds = new Grounds();
                    StockAxon stock = new StockAxon(grounds.plain())) {
                Crowd crowd = crowd(grounds, length);
                Rate live = timed(() -> followed(grounds, crowd));
                stock.write(crowd, length);
                Ratios table = new Ratios(out, "rows made anew, streams of " + length + " events; events a second");
                table.ceiling("read by a cursor and parsed", timed(() -> parsed(grounds)));
                try (StockRows rows = new StockRows(stock, grounds.plain())) {
                    table.line("the framework, a row for each event", rows.measure(seconds));
                }
                table.line("written, sealed, taken in by the live tables", live);
                Steps steps = new Steps();
                table.line("payqual's rebuild, with indexes and switch", timed(() -> rebuilt(grounds, steps)));
                out.printf(
                        Locale.ROOT,
                        "  (%,d events of %,d people, %,d rows; of the rebuild %s)%n",
                        events / 2,
                        crowd.ids().size(),
                        rows(grounds),
                        steps.shares());
            }
        }
    }

    private Crowd crowd(Grounds grounds, int length) {
        grounds.part(Recorder.class)
                .record(
                        Target.institution(HOSPITAL),
                        "designate",
                        List.of(),
                        new Submission(ACTOR, "bench", null, "bench"),
                        digest -> new InstitutionCommand.Designate(
                                InstitutionKind.HOSPITAL, true, "120101", Crowd.DESIGNATED, null));
        Rulebook rulebook = grounds.part(AdoptedLaw.class)
                .current()
                .rulebooks()
                .byId("tianjin-2025")
                .orElseThrow();
        return new Crowd(events / 2 / length, length, HOSPITAL, rulebook);
    }

    /** Writes the events and waits until the live tables have taken them in. */
    private static long followed(Grounds grounds, Crowd crowd) {
        try {
            crowd.write(grounds.plain(), "ledger.domain_event_entry");
            long head = number(grounds, "SELECT count(*) - 1 FROM ledger.domain_event_entry");
            if (!grounds.part(Progress.class).await(head, PATIENCE)) {
                throw new IllegalStateException("the tables do not come to rest");
            }
            return head;
        } catch (SQLException e) {
            throw new IllegalStateException("the events could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long rows(Grounds grounds) {
        return number(grounds, """
                SELECT sum(n_live_tup) FROM pg_stat_user_tables
                WHERE schemaname = 'read'
                    AND relid IN (SELECT attrelid FROM pg_attribute WHERE attname = 'known' AND NOT attisdropped)
                """);
    }

    private static long number(Grounds grounds, String sql) {
        return JdbcClient.create(grounds.plain()).sql(sql).query(Long.class).single();
    }

    private static Rate timed(LongSupplier work) {
        long begun = System.nanoTime();
        long done = work.getAsLong();
        return new Rate(done / ((System.nanoTime() - begun) / NANOS), 0);
    }

    private static long parsed(Grounds grounds) {
        long parsed = 0;
        try (Connection connection = grounds.plain().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("SELECT payload_type, payload_revision, payload"
                    + " FROM ledger.domain_event_entry ORDER BY global_index")) {
                select.setFetchSize(FETCH);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Events.codec().decode(rows.getString(1), Integer.parseInt(rows.getString(2)), rows.getBytes(3));
                        parsed++;
                    }
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the events could not be read", e);
        }
        return parsed;
    }

    private static long rebuilt(Grounds grounds, RebuildWatch watch) {
        return new RowRebuild(grounds.part(PostgresAccess.class).rebuildSessions(), Events.codec(), watch)
                .run()
                .loaded();
    }

    /** How long each step of a rebuild takes. */
    private static final class Steps implements RebuildWatch {

        private final Map<RebuildStep, Long> nanos = new EnumMap<>(RebuildStep.class);
        private RebuildStep present = RebuildStep.LOADING;
        private long since = System.nanoTime();

        @Override
        public void at(RebuildStep step, long done, long all) {
            long now = System.nanoTime();
            nanos.merge(present, now - since, Long::sum);
            present = step;
            since = now;
        }

        @Override
        public void goesOn(long loaded, long all) {
            throw new IllegalStateException("nothing was begun before");
        }

        @Override
        public void startsAnew() {
            throw new IllegalStateException("nothing was begun before");
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        /** Returns what of the time each step takes. */
        String shares() {
            double all = nanos.values().stream().mapToLong(it -> it).sum();
            return nanos.entrySet().stream()
                    .map(it -> String.format(
                            Locale.ROOT,
                            "%s %.0f %%",
                            it.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            100 * it.getValue() / all))
                    .collect(Collectors.joining(", "));
        }
    }
}
