package org.payqual.ops.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.BulkReading;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Actor;
import org.payqual.ops.problem.Correlation;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the access record in PostgreSQL, where it can be added to and read, but not changed. */
final class JdbcAccessRecord implements AccessRecord {

    private static final String INSERT = """
            INSERT INTO access.reading
                (issuer, subject, role, organisation, ability, people, valid_at, as_of, outcome, correlation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_BULK = """
            INSERT INTO access.bulk_reading
                (issuer, subject, role, organisation, ability, as_of, asked, institutions, reasons, lines, correlation)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    JdbcAccessRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Reading reading) {
        jdbc.update(connection -> statement(connection, reading));
        RecordedReading.mark(reading.ability());
    }

    @Override
    public void write(BulkReading reading) {
        jdbc.update(connection -> statement(connection, reading));
        RecordedReading.mark(reading.ability());
    }

    private static PreparedStatement statement(Connection connection, BulkReading reading) throws SQLException {
        Actor actor = reading.actor();
        PreparedStatement insert = connection.prepareStatement(INSERT_BULK);
        insert.setString(1, actor.issuer());
        insert.setString(2, actor.subject());
        insert.setString(3, actor.role().name());
        insert.setString(4, actor.organisation());
        insert.setString(5, reading.ability().name());
        insert.setLong(6, reading.asOf());
        insert.setInt(7, reading.asked());
        insert.setArray(8, texts(connection, reading.institutions()));
        insert.setArray(9, texts(connection, reading.reasons()));
        insert.setBytes(10, reading.lines());
        insert.setString(11, Correlation.current());
        return insert;
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static PreparedStatement statement(Connection connection, Reading reading) throws SQLException {
        Actor actor = reading.actor();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setString(1, actor.issuer());
        insert.setString(2, actor.subject());
        insert.setString(3, actor.role().name());
        insert.setString(4, actor.organisation());
        insert.setString(5, reading.ability().name());
        insert.setArray(6, texts(connection, reading.people()));
        insert.setObject(7, reading.validAt(), Types.DATE);
        insert.setObject(8, reading.asOf(), Types.BIGINT);
        insert.setString(9, reading.outcome().name());
        insert.setString(10, Correlation.current());
        return insert;
    }
}
