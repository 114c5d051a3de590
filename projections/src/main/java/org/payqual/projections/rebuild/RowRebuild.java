package org.payqual.projections.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.person.RowCopy;
import org.payqual.projections.person.RowFold;

/**
 * Makes all rows anew from the log while the present ones go on serving. What is broken off goes on where it was left
 * the next time, unless the tables or the program have become others; until the last step nobody else notices anything.
 */
public final class RowRebuild {

    private final DataSource sessions;
    private final EventCodec codec;
    private final RebuildWatch watch;

    /**
     * Creates a rebuild.
     *
     * @param sessions single connections of the projector's role, closed for good when closed
     * @param watch who looks on
     */
    public RowRebuild(DataSource sessions, EventCodec codec, RebuildWatch watch) {
        this.sessions = sessions;
        this.codec = codec;
        this.watch = watch;
    }

    /**
     * Rebuilds.
     *
     * @throws RebuildRefused if another rebuild runs, or the live tables are in use all the time
     * @throws RebuildCancelled if who looks on wants it to end
     * @throws RebuildFailed if a thread of it fails
     * @throws org.springframework.dao.DataAccessException if the database fails
     */
    public Rebuilt run() {
        try (RebuildSession session = RebuildSession.open(sessions)) {
            List<TableLayout> layouts = TableLayout.of(session.jdbc, RowCopy.tables());
            RebuildState begun = goOnOrBegin(session, layouts);
            RebuildState loaded = begun;
            if (!begun.indexed()) {
                loaded = new Loading(sessions, session, codec, watch).load(begun);
                loaded = new Indexing(sessions, session, watch).index(loaded, layouts);
            }
            CatchingUp events = new CatchingUp(session, codec, loaded.schema(), watch);
            RebuildState switched = new Switch(session, events, layouts, watch).over(loaded);
            return new Rebuilt(
                    switched.build(), switched.position(), switched.loaded() - begun.loaded(), begun.loaded());
        } catch (SQLException failure) {
            throw new RebuildFailed(failure);
        }
    }

    /** Tells whether the tables are still laid out as those of a rebuild, which a migration may have changed since. */
    static void requireLayout(RebuildSession session, RebuildState state) {
        if (!TableLayout.digest(TableLayout.of(session.jdbc, RowCopy.tables())).equals(state.layout())) {
            throw new RebuildRefused("重建期间数据表结构已更改，请再次运行 rebuild，它将从头开始。"
                    + " The tables' layout was changed meanwhile; run rebuild again, and it starts anew.");
        }
    }

    private RebuildState goOnOrBegin(RebuildSession session, List<TableLayout> layouts) {
        String layout = TableLayout.digest(layouts);
        String program = Program.digest();
        Optional<RebuildState> left = session.state();
        if (left.isPresent() && left.get().fits(layout, program)) {
            watch.goesOn(left.get().loaded(), left.get().events());
            return left.get();
        }
        left.ifPresent(it -> watch.startsAnew());
        return session.inTransaction(() -> begin(session, layouts, layout, program));
    }

    private static RebuildState begin(
            RebuildSession session, List<TableLayout> layouts, String layout, String program) {
        session.jdbc
                .sql("SELECT nspname FROM pg_namespace WHERE nspname ~ '^read_[0-9]+$'")
                .query(String.class)
                .list()
                .forEach(it -> session.template.execute("DROP SCHEMA " + it + " CASCADE"));
        long live = new Progress(session.jdbc).build();
        // Those of former builds: each was in use until its processor had noticed.
        session.template.update(
                "DELETE FROM read.token_entry WHERE processor_name ~ '^live-[0-9]+$' AND processor_name <> ?",
                LiveProcessor.name(live));
        long build = 1 + session.state().map(RebuildState::build).orElse(live);
        long snapshot = new LogReader(session.source()).head().orElse(LogHead.NONE);
        RebuildState state = RebuildState.begin(build, layout, program, snapshot, events(session, snapshot));
        session.template.execute("CREATE SCHEMA " + state.schema());
        layouts.forEach(it -> it.making(state.schema()).forEach(session.template::execute));
        return session.keep(state);
    }

    private static long events(RebuildSession session, long snapshot) {
        return session.jdbc
                .sql("SELECT count(*) FROM ledger.domain_event_entry e JOIN ledger.log l USING (global_index)"
                        + " WHERE e.type = ANY (?) AND l.position <= ?")
                .param(RowFold.STREAMS.stream().map(StreamType::label).toArray(String[]::new))
                .param(snapshot)
                .query(Long.class)
                .single();
    }
}
