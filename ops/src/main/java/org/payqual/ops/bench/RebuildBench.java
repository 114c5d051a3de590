package org.payqual.ops.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
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
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.RowRebuild;

/**
 * How fast rows are made anew from the events: events read by a cursor and parsed, the framework's tracking processor
 * that writes one row per event, and payqual's rebuild with its indexes and the switch.
 */
public final class RebuildBench {

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
                Crowd crowd = written(grounds, stock, length);
                Ratios table = new Ratios(out, "rows made anew, streams of " + length + " events; events a second");
                table.ceiling("read by a cursor and parsed", timed(() -> parsed(grounds)));
                try (StockRows rows = new StockRows(stock, grounds.plain())) {
                    table.line("the framework, a row for each event", rows.measure(seconds));
                }
                table.line("payqual, with indexes and switch", timed(() -> rebuilt(grounds)));
                out.printf(
                        "  (%,d events of %,d people)%n",
                        events / 2, crowd.ids().size());
            }
        }
    }

    private Crowd written(Grounds grounds, StockAxon stock, int length) throws SQLException {
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
        Crowd crowd = new Crowd(events / 2 / length, length, HOSPITAL, rulebook);
        crowd.write(grounds.plain(), "ledger.domain_event_entry");
        stock.write(crowd, length);
        grounds.settle();
        return crowd;
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

    private static long rebuilt(Grounds grounds) {
        return new RowRebuild(grounds.part(PostgresAccess.class).rebuildSessions(), Events.codec(), RebuildWatch.NONE)
                .run()
                .loaded();
    }
}
