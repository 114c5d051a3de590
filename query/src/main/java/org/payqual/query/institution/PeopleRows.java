package org.payqual.query.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.RegistrationHeld;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.query.person.PersonRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows of everyone at an institution, as known at a position that the tables have reached. */
public final class PeopleRows {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,32}");

    private final JdbcClient jdbc;

    /** Creates what reads by this client. */
    public PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Someone registered at the institution.
     *
     * @param person the person's id
     * @param registration there
     * @param standing on the day asked about
     */
    record Member(String person, RegistrationHeld registration, Standing standing) {}

    /**
     * The place in the list after which a page begins.
     *
     * @param person the last person before
     * @param registration the number of the last registration before
     */
    record After(String person, long registration) {

        static final After NOBODY = new After("", -1);
    }

    /** Tells whether an institution is known at a position. */
    boolean known(String institution, long position) {
        return CODE.matcher(institution).matches()
                && jdbc.sql("""
                                SELECT EXISTS (
                                    SELECT FROM ledger.domain_event_entry e JOIN ledger.log l USING (global_index)
                                    WHERE e.aggregate_identifier = ? AND l.position <= ?)
                                """)
                        .param(new StreamName(StreamType.INSTITUTION, institution).stored())
                        .param(position)
                        .query(Boolean.class)
                        .single();
    }

    /** Lists who is registered at an institution on a day, by id. */
    List<Member> registered(
            String institution, LocalDate day, long position, @Nullable StandingKind standing, After after, int limit) {
        return jdbc.sql("""
                        SELECT r.person, r.registration, r.institution, r.begun, r.ends, r.role, r.primary_place,
                               r.person_code, r.region, r.practice_type, r.practice_category, r.practice_scope, r.title,
                               s.kind, s.until, s.term_served, s.objected, s.provisions
                        FROM read.registration r
                        -- One look-up for each row of the page, whatever the planner believes of the spans.
                        CROSS JOIN LATERAL (
                            SELECT kind, until, term_served, objected, provisions FROM read.standing
                            WHERE person = r.person AND valid @> :day::date AND known @> :position::bigint
                            OFFSET 0) s
                        WHERE r.institution = :institution AND r.valid @> :day::date AND r.known @> :position::bigint
                            AND (:standing::text IS NULL OR s.kind = :standing)
                            AND (r.person, r.registration) > (:person, :registration)
                        ORDER BY r.person, r.registration
                        LIMIT :limit
                        """)
                .param("institution", institution)
                .param("day", day)
                .param("position", position)
                .param("standing", standing == null ? null : standing.name())
                .param("person", after.person())
                .param("registration", after.registration())
                .param("limit", limit)
                .query((row, number) -> member(row))
                .list();
    }

    /** Lists who was registered there on a day when their history stopped, so that nothing can be said of them now. */
    List<String> stopped(String institution, LocalDate day, long position) {
        return jdbc.sql("""
                        SELECT DISTINCT r.person
                        FROM read.stopped s JOIN read.registration r
                            ON r.person = s.person AND upper(r.known) = s.position
                        WHERE s.position <= ? AND r.institution = ? AND r.valid @> ?::date
                        ORDER BY r.person
                        """)
                .param(position)
                .param(institution)
                .param(day)
                .query((row, number) -> row.getString("person"))
                .list();
    }

    /**
     * Picks out who is, was or will be registered at an institution on any day, by what is known now: an entry that was
     * a clerk's error opens nobody's records. Of whoever's history stopped, what was known until then counts.
     */
    Set<String> ever(String institution, Collection<String> people) {
        return new HashSet<>(jdbc.sql("""
                                SELECT DISTINCT r.person FROM read.registration r
                                LEFT JOIN read.stopped s ON s.person = r.person
                                WHERE r.institution = ? AND r.person = ANY (?)
                                    AND (upper_inf(r.known) OR upper(r.known) = s.position)
                                """)
                .param(institution)
                .param(people.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(row.getString("person"), PersonRows.registration(row), PersonRows.standing(row));
    }
}
