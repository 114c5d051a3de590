package org.payqual.projections.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Puts the rebuilt tables in the place of the live ones, in one transaction: it waits for whoever reads or writes
 * these, holds off everyone else for the blink of an eye, takes in what the live tables are ahead, and changes the
 * names. A statement that waited finds the new tables; none ever sees some of each.
 */
final class Switch {

    /** Lock not available in time; deadlock. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

    private static final int ATTEMPTS = 200;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final RebuildSession session;
    private final CatchingUp events;
    private final List<TableLayout> layouts;
    private final RebuildWatch watch;

    Switch(RebuildSession session, CatchingUp events, List<TableLayout> layouts, RebuildWatch watch) {
        this.session = session;
        this.events = events;
        this.layouts = layouts;
        this.watch = watch;
    }

    /** Switches as soon as nobody is in the way; returns where the tables stood then. */
    RebuildState over(RebuildState begun) {
        RebuildState state = begun;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RebuildCancelled.check(watch);
            watch.at(RebuildStep.SWITCHING, attempt, ATTEMPTS);
            state = events.follow(state);
            RebuildState from = state;
            try {
                RebuildState switched = session.inTransaction(() -> attempt(from));
                if (switched != null) {
                    watch.at(RebuildStep.SWITCHING, ATTEMPTS, ATTEMPTS);
                    return switched;
                }
            } catch (DataAccessException failure) {
                if (!isInTheWay(failure)) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        throw new RebuildRefused("查询一直占用现用的表，未能切换；新表已备好，请稍后再次运行 rebuild。"
                + " The live tables were in use all the time, so that nothing could be switched;"
                + " the new ones are ready: run rebuild again later.");
    }

    private static boolean isInTheWay(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException cause && IN_THE_WAY.contains(cause.getSQLState());
    }

    /** Returns null, and leaves all as it was, if the live tables are too far ahead. */
    private @Nullable RebuildState attempt(RebuildState from) {
        session.template.execute("SET LOCAL synchronous_commit = on");
        // Shorter than PostgreSQL takes to look for deadlocks, so that it is this one that gives way.
        session.template.execute("SET LOCAL lock_timeout = '300ms'");
        session.template.execute("LOCK TABLE "
                + layouts.stream().map(it -> "read." + it.name()).collect(Collectors.joining(", "))
                + " IN ACCESS EXCLUSIVE MODE");
        long live = session.jdbc
                .sql("SELECT position FROM read.progress WHERE reader = 'live' FOR UPDATE")
                .query(Long.class)
                .single();
        RowRebuild.requireLayout(session, from);
        if (live - from.position() > 2 * CatchingUp.NEAR) {
            return null;
        }
        RebuildState state = from;
        while (state.position() < live) {
            state = events.step(state);
        }
        for (TableLayout table : layouts) {
            session.template.execute("DROP TABLE read." + table.name());
            session.template.execute("ALTER TABLE " + from.schema() + "." + table.name() + " SET SCHEMA read");
        }
        session.template.execute("DROP SCHEMA " + from.schema());
        session.template.execute("DELETE FROM read.rebuild");
        session.template.update(
                "UPDATE read.progress SET position = ?, build = ? WHERE reader = 'live'",
                state.position(),
                state.build());
        return state;
    }
}
