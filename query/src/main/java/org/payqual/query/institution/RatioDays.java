package org.payqual.query.institution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.rulebook.Share;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds where the share of an institution's people under a measure can have risen, and on which days it stood where
 * (TJ-33), from rows as known at a position that the tables have reached.
 */
public final class RatioDays {

    /** The names of the events that can change who counts on which days, or on which of them a measure's term runs. */
    public static final Set<String> CHANGED_BY = Set.of(
            "person.registered",
            "person.departed",
            "person.suspended",
            "person.suspension-changed",
            "person.suspension-revoked",
            "person.terminated",
            "person.termination-changed",
            "person.termination-revoked",
            "person.entry-corrected");

    private final JdbcClient jdbc;

    /** Creates what reads by this client. */
    public RatioDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An institution whose share can have risen.
     *
     * @param institution its code
     * @param year the first calendar year in which it can
     */
    public record Risen(String institution, int year) {}

    /**
     * Lists where the share can have risen by what became known at a position: a measure of somebody there, or that
     * somebody does not count as was known before.
     */
    public List<Risen> byKnowledge(long position) {
        return risen(jdbc.sql("""
                                SELECT institution, extract(year FROM min(lower(valid)))::integer AS year
                                FROM (SELECT institution, valid FROM read.membership
                                      WHERE lower(known) = :position AND under_measure
                                      UNION ALL
                                      SELECT institution, valid FROM read.membership WHERE upper(known) = :position) AS it
                                GROUP BY institution ORDER BY institution
                                """).param("position", position));
    }

    /**
     * Lists where the share can have risen because days came: a measure began on one of them, or ran when a year began.
     *
     * @param after the day before the first of them
     * @param last the last of them
     */
    public List<Risen> byDays(LocalDate after, LocalDate last, long position) {
        return risen(jdbc.sql("""
                                SELECT institution, extract(year FROM min(day))::integer AS year
                                FROM (SELECT institution, lower(valid) AS day FROM read.membership
                                      WHERE under_measure AND lower(valid) > :after AND lower(valid) <= :last
                                          AND known @> :position::bigint
                                      UNION ALL
                                      SELECT institution, new_year FROM read.membership
                                      JOIN (SELECT date_trunc('year', :last::date)::date AS new_year) AS y
                                          ON new_year > :after AND valid @> new_year
                                      WHERE under_measure AND known @> :position::bigint) AS it
                                GROUP BY institution ORDER BY institution
                                """).param("after", after).param("last", last).param("position", position));
    }

    /**
     * Counts an institution's people on every day of some years on which the share rose, each time from the first of
     * January.
     *
     * @param from the first calendar year
     * @param last the last day
     * @return the days in order of time
     */
    public List<RecordRatio.Day> of(String institution, int from, LocalDate last, long position) {
        return jdbc.sql("""
                        WITH member AS (
                            SELECT year, person, min(day) AS counted, min(day) FILTER (WHERE under_measure) AS measured
                            FROM (
                                SELECT year, person, under_measure,
                                       greatest(lower(valid), make_date(year, 1, 1)) AS day
                                FROM read.membership
                                CROSS JOIN LATERAL generate_series(
                                    greatest(:from, extract(year FROM lower(valid))::integer),
                                    extract(year FROM least(upper(valid) - 1, :last::date))::integer) AS year
                                WHERE institution = :institution AND lower(valid) <= :last
                                    AND known @> :position::bigint) AS it
                            GROUP BY year, person),
                        change AS (
                            SELECT year, day, sum(registered) AS registered, sum(measured) AS measured
                            FROM (SELECT year, counted AS day, 1 AS registered, 0 AS measured FROM member
                                  UNION ALL
                                  SELECT year, measured, 0, 1 FROM member WHERE measured IS NOT NULL) AS it
                            GROUP BY year, day),
                        total AS (
                            SELECT day, measured > 0 AS rose, sum(registered) OVER upto AS registered,
                                   sum(measured) OVER upto AS measured
                            FROM change WINDOW upto AS (PARTITION BY year ORDER BY day))
                        SELECT day, registered, measured FROM total WHERE rose ORDER BY day
                        """)
                .param("institution", institution)
                .param("from", from)
                .param("last", last)
                .param("position", position)
                .query((row, number) -> new RecordRatio.Day(
                        row.getObject("day", LocalDate.class),
                        new Share(row.getInt("measured"), row.getInt("registered"))))
                .list();
    }

    private static List<Risen> risen(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new Risen(row.getString("institution"), row.getInt("year")))
                .list();
    }
}
