package org.payqual.ops.access;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.BulkReading;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Actor;
import org.payqual.ops.problem.Correlation;
import org.payqual.query.rounds.Rounds;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/**
 * Keeps the access record in PostgreSQL, where it can be added to and read, but not changed. All who wait at once are
 * put on record by one statement and one flush; where that fails, none of them is answered.
 */
final class JdbcAccessRecord implements AccessRecord {

    private static final String INSERT = """
            INSERT INTO access.reading
                (issuer, subject, role, organisation, ability, correlation, people, valid_at, as_of, outcome)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_BULK = """
            INSERT INTO access.bulk_reading
                (issuer, subject, role, organisation, ability, correlation, as_of, asked, institutions, reasons, lines)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final Rounds<Noted<Reading>, Integer> readings =
            new Rounds<>(all -> insert(INSERT, all, JdbcAccessRecord::bind));
    private final Rounds<Noted<BulkReading>, Integer> bulkReadings =
            new Rounds<>(all -> insert(INSERT_BULK, all, JdbcAccessRecord::bindBulk));

    /**
     * What is to be put on record.
     *
     * @param reading what was read
     * @param correlation the request with which it was
     */
    private record Noted<R>(R reading, @Nullable String correlation) {}

    /**
     * Creates what writes the record.
     *
     * @param source gives connections whose commits are on disk when they return; two are used at most
     */
    JdbcAccessRecord(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public void write(Reading reading) {
        readings.join(new Noted<>(reading, Correlation.current()));
        RecordedReading.mark(reading.ability());
    }

    @Override
    public void write(BulkReading reading) {
        bulkReadings.join(new Noted<>(reading, Correlation.current()));
        RecordedReading.mark(reading.ability());
    }

    private <R> int insert(String sql, List<Noted<R>> all, ParameterizedPreparedStatementSetter<Noted<R>> binding) {
        try {
            jdbc.batchUpdate(sql, all, AT_ONCE, binding);
            return all.size();
        } catch (DataAccessException e) {
            throw new DataAccessResourceFailureException("the access record cannot be written", e);
        }
    }

    private static void bind(PreparedStatement insert, Noted<Reading> noted) throws SQLException {
        Reading reading = noted.reading();
        bind(insert, reading.actor(), reading.ability().name(), noted.correlation());
        texts(insert, 7, reading.people());
        insert.setObject(8, reading.validAt(), Types.DATE);
        insert.setObject(9, reading.asOf(), Types.BIGINT);
        insert.setString(10, reading.outcome().name());
    }

    private static void bindBulk(PreparedStatement insert, Noted<BulkReading> noted) throws SQLException {
        BulkReading reading = noted.reading();
        bind(insert, reading.actor(), reading.ability().name(), noted.correlation());
        insert.setLong(7, reading.asOf());
        insert.setInt(8, reading.asked());
        texts(insert, 9, reading.institutions());
        texts(insert, 10, reading.reasons());
        insert.setBytes(11, reading.lines());
    }

    private static void bind(PreparedStatement insert, Actor actor, String ability, @Nullable String correlation)
            throws SQLException {
        insert.setString(1, actor.issuer());
        insert.setString(2, actor.subject());
        insert.setString(3, actor.role().name());
        insert.setString(4, actor.organisation());
        insert.setString(5, ability);
        insert.setString(6, correlation);
    }

    private static void texts(PreparedStatement insert, int place, List<String> texts) throws SQLException {
        insert.setArray(place, insert.getConnection().createArrayOf("text", texts.toArray()));
    }
}
