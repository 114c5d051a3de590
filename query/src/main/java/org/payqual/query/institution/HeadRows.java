package org.payqual.query.institution;

import java.util.EnumMap;
import java.util.Map;
import org.payqual.domain.person.Headcount;
import org.payqual.domain.person.Occurrence;
import org.payqual.domain.person.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the people of an institution and what happened there, as known at a position that the tables have reached. */
public final class HeadRows {

    private final JdbcClient jdbc;

    /** Creates what reads by this client. */
    public HeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts who was registered there on any of the days, and who of them was under a measure; everyone once. */
    public Headcount headcount(String institution, Span days, long position) {
        return days("""
                        SELECT count(DISTINCT person) AS registered,
                               count(DISTINCT person) FILTER (WHERE under_measure) AS measured
                        FROM read.membership
                        WHERE institution = :institution AND valid && daterange(:from, :until)
                            AND known @> :position::bigint
                        """, institution, days, position)
                .query((row, number) -> new Headcount(row.getInt("measured"), row.getInt("registered")))
                .single();
    }

    /** Counts what happened on any of the days for acts done there, each time it did; every kind is named. */
    public Map<Occurrence.Kind, Integer> occurrences(String institution, Span days, long position) {
        Map<Occurrence.Kind, Integer> counts = new EnumMap<>(Occurrence.Kind.class);
        for (Occurrence.Kind kind : Occurrence.Kind.values()) {
            counts.put(kind, 0);
        }
        days("""
                        SELECT kind, count(*) AS times FROM read.occurrence
                        WHERE institution = :institution AND lower(valid) >= :from AND lower(valid) < :until
                            AND known @> :position::bigint
                        GROUP BY kind
                        """, institution, days, position).query(row -> {
            counts.put(Occurrence.Kind.valueOf(row.getString("kind")), row.getInt("times"));
        });
        return counts;
    }

    /**
     * Counts those who were registered there on any of the days when their history stopped: they are left out of every
     * other count.
     */
    public int stopped(String institution, Span days, long position) {
        return days("""
                        SELECT count(DISTINCT m.person)
                        FROM read.stopped s JOIN read.membership m
                            ON m.person = s.person AND upper(m.known) = s.position
                        WHERE s.position <= :position AND m.institution = :institution
                            AND m.valid && daterange(:from, :until)
                        """, institution, days, position).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec days(String sql, String institution, Span days, long position) {
        return jdbc.sql(sql)
                .param("institution", institution)
                .param("from", days.from())
                .param("until", days.until())
                .param("position", position);
    }
}
