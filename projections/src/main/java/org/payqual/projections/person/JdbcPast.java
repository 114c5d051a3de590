package org.payqual.projections.person;

import java.util.List;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.LoggedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The past as the database has it, seen from the transaction that works on it. */
public final class JdbcPast implements Past {

    private final LogReader log;
    private final JdbcClient jdbc;
    private final String schema;

    /** Creates the past of the live tables. */
    public JdbcPast(LogReader log, JdbcClient jdbc) {
        this(log, jdbc, "read");
    }

    /**
     * Creates the past of the tables of a schema.
     *
     * @param schema {@code read}, or {@code read_} and a number
     */
    public JdbcPast(LogReader log, JdbcClient jdbc, String schema) {
        this.log = log;
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public List<? extends LoggedEvent> before(String person, long position) {
        return log.stream(new StreamName(StreamType.PERSON, person), position - 1);
    }

    @Override
    public boolean stopped(String person) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + schema + ".stopped WHERE person = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }
}
