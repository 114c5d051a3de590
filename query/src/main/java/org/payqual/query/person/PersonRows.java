package org.payqual.query.person;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RegistrationHeld;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.YearTotal;
import org.payqual.domain.rulebook.StandingKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the rows of one person as known at a position that the tables have reached. Such rows never change any more, so
 * that several statements agree without a transaction around them.
 */
public final class PersonRows {

    private static final String MERGED =
            Events.codec().nameOf(RecordEvent.Merged.class).name();

    private final JdbcClient jdbc;

    /** Creates what reads by this client. */
    public PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last event of a record.
     *
     * @param version its sequence number
     * @param mergedInto the record in which the person goes on, where it closed this one
     */
    public record Last(long version, @Nullable String mergedInto) {}

    /** Returns the last event of a person's record by a position, or nothing where there is none. */
    public Optional<Last> last(String person, long position) {
        return jdbc.sql("""
                        SELECT e.sequence_number, e.payload_type, e.payload_revision, e.payload
                        FROM ledger.domain_event_entry e JOIN ledger.log l USING (global_index)
                        WHERE e.aggregate_identifier = ? AND l.position <= ?
                        ORDER BY e.sequence_number DESC LIMIT 1
                        """)
                .param(new StreamName(StreamType.PERSON, person).stored())
                .param(position)
                .query((row, number) -> new Last(row.getLong("sequence_number"), mergedInto(row)))
                .optional();
    }

    /** An event that cannot be read says nothing; whoever has one is stopped there. */
    private static @Nullable String mergedInto(ResultSet row) throws SQLException {
        String name = row.getString("payload_type");
        if (!name.equals(MERGED)) {
            return null;
        }
        int version = Integer.parseInt(row.getString("payload_revision"));
        try {
            return Events.codec().decode(name, version, row.getBytes("payload")) instanceof RecordEvent.Merged merged
                    ? merged.into()
                    : null;
        } catch (MalformedHistory unreadable) {
            return null;
        }
    }

    /** Returns the record in which a person goes on by a position: the one given, if it was not merged into another. */
    public Optional<String> survivor(String person, long position) {
        return last(person, position)
                .flatMap(it -> it.mergedInto() == null ? Optional.of(person) : survivor(it.mergedInto(), position));
    }

    /** Returns the position by which the person's history could not be followed, where that is so. */
    public OptionalLong stopped(String person, long position) {
        return number(jdbc.sql("SELECT max(position) FROM read.stopped WHERE person = ? AND position <= ?")
                .param(person)
                .param(position));
    }

    /**
     * Returns the people to whom a registration gives a code on any day. Whoever is stopped has no rows from there on,
     * but is still known by the codes of before.
     */
    public List<String> withCode(String code, long position) {
        return jdbc.sql("""
                        SELECT DISTINCT r.person FROM read.registration r LEFT JOIN read.stopped s USING (person)
                        WHERE r.person_code = :code
                          AND (r.known @> :position::bigint
                               OR (s.position <= :position AND upper(r.known) = s.position))
                        """)
                .param("code", code)
                .param("position", position)
                .query((row, number) -> row.getString("person"))
                .list();
    }

    /** Returns where the person stands on a day. */
    public Optional<Held<Standing>> standing(String person, LocalDate day, long position) {
        return jdbc.sql("""
                        SELECT lower(valid) AS valid_from, upper(valid) AS valid_until, kind, until, term_served, objected,
                               provisions
                        FROM read.standing WHERE person = ? AND valid @> ?::date AND known @> ?::bigint
                        """)
                .param(person)
                .param(day)
                .param(position)
                .query((row, number) -> held(row, standing(row)))
                .optional();
    }

    /** Tells whether an appeal of the person is open on a day, so that whatever is said of them says so (TJ-34). */
    public boolean objected(String person, LocalDate day, long position) {
        return standing(person, day, position).map(it -> it.value().objected()).orElseThrow(PersonLookup::unknown);
    }

    /** Returns all that is not blank of the person's years up to one of them, in order of time. */
    public List<Held<YearTotal>> yearTotals(String person, int year, long position) {
        return jdbc.sql("""
                        SELECT lower(valid) AS valid_from, upper(valid) AS valid_until, year, points, key_supervision
                        FROM read.year_total WHERE person = ? AND year <= ? AND known @> ?::bigint
                        ORDER BY valid
                        """)
                .param(person)
                .param(year)
                .param(position)
                .query((row, number) -> held(row, yearTotal(row)))
                .list();
    }

    /** Returns the registrations that hold on a day, in order of recording. */
    public List<RegistrationHeld> registrations(String person, LocalDate day, long position) {
        return jdbc.sql("""
                        SELECT registration, institution, begun, ends, role, primary_place, person_code, region,
                               practice_type, practice_category, practice_scope, title
                        FROM read.registration WHERE person = ? AND valid @> ?::date AND known @> ?::bigint
                        ORDER BY registration
                        """)
                .param(person)
                .param(day)
                .param(position)
                .query((row, number) -> registration(row))
                .list();
    }

    private static <T> Held<T> held(ResultSet row, T value) throws SQLException {
        return new Held<>(
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class), value);
    }

    /** Makes a standing of the columns of its table. */
    public static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                StandingKind.valueOf(row.getString("kind")),
                row.getObject("until", LocalDate.class),
                row.getBoolean("term_served"),
                row.getBoolean("objected"),
                texts(row.getArray("provisions")).map(Provision::new).toList());
    }

    /** Makes a year total of the columns of its table. */
    public static YearTotal yearTotal(ResultSet row) throws SQLException {
        return new YearTotal(row.getInt("year"), row.getInt("points"), row.getBoolean("key_supervision"));
    }

    /** Makes a registration of the columns of its table. */
    public static RegistrationHeld registration(ResultSet row) throws SQLException {
        return new RegistrationHeld(
                row.getString("institution"),
                row.getLong("registration"),
                row.getObject("begun", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                new RegistrationContent(
                        row.getString("role"),
                        row.getBoolean("primary_place"),
                        row.getString("person_code"),
                        row.getString("region"),
                        row.getString("practice_type"),
                        row.getString("practice_category"),
                        row.getString("practice_scope"),
                        row.getString("title")));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }

    private static OptionalLong number(JdbcClient.StatementSpec query) {
        Optional<Long> number = query.query(Long.class).optional();
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }
}
