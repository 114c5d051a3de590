package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.Membership;
import org.payqual.domain.person.Occurrence;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Timeline;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.person.Changes;
import org.payqual.projections.person.JdbcPast;
import org.payqual.projections.person.Known;
import org.payqual.projections.person.PersonFold;
import org.payqual.query.person.PersonRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the live rows of a database against what its log says, folded in two ways. */
public final class RowCheck {

    private final JdbcClient jdbc;
    private final LogReader log;

    /** Checks a database by connections of the projector's role. */
    public RowCheck(DataSource projector) {
        this.jdbc = JdbcClient.create(projector);
        this.log = new LogReader(projector);
    }

    /** Compares the rows of everyone with both folds; returns how many rows there are. */
    public int everyone() {
        people().forEach(this::rowsFollowFold);
        return rowsAreThoseOfOneRun();
    }

    /** Compares all rows of a person, position by position, with the fold of their events up to there. */
    void rowsFollowFold(String person) {
        rowsFollowFold(person, Long.MAX_VALUE);
    }

    /** Does the same up to a position only, whatever came later. */
    void rowsFollowFold(String person, long last) {
        List<Known<?>> expected = new ArrayList<>();
        Map<Held<?>, Long> open = new LinkedHashMap<>();
        Person folded = Person.UNKNOWN;
        for (SealedEvent event : log.stream(new StreamName(StreamType.PERSON, person), last)) {
            folded = Person.evolve(folded, decoded(event));
            List<Held<?>> now = all(Timeline.of(folded));
            for (Held<?> held : List.copyOf(open.keySet())) {
                if (!now.contains(held)) {
                    expected.add(new Known<>(person, held, open.remove(held), event.position()));
                }
            }
            now.forEach(it -> open.putIfAbsent(it, event.position()));
        }
        open.forEach((held, from) -> expected.add(new Known<>(person, held, from, null)));
        assertThat(rowsOf(person, last)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Folds the whole log at once, as a rebuild does, and compares what comes out with everything stored. */
    int rowsAreThoseOfOneRun() {
        Changes changes = new Changes();
        PersonFold fold = new PersonFold(Events.codec(), new JdbcPast(log, jdbc), PersonFold.USUAL);
        log.from(0, Integer.MAX_VALUE).stream()
                .filter(it -> it.stream() == StreamType.PERSON)
                .forEach(it -> changes.add(fold.fold(it)));
        List<Known<?>> rebuilt = changes.rows().toList();
        List<Known<?>> stored = new ArrayList<>();
        people().forEach(it -> stored.addAll(rowsOf(it, Long.MAX_VALUE)));
        assertThat(changes.closings()).isEmpty();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(rebuilt);
        return stored.size();
    }

    static PersonEvent decoded(SealedEvent event) {
        return (PersonEvent) Events.codec().decode(event.name(), event.version(), event.payload());
    }

    private List<String> people() {
        return jdbc.sql("SELECT DISTINCT person FROM read.standing")
                .query(String.class)
                .list();
    }

    private static List<Held<?>> all(Timeline timeline) {
        List<Held<?>> all = new ArrayList<>(timeline.standings());
        all.addAll(timeline.yearTotals());
        all.addAll(timeline.registrations());
        all.addAll(timeline.memberships());
        all.addAll(timeline.occurrences());
        return all;
    }

    private List<Known<?>> rowsOf(String person, long last) {
        List<Known<?>> rows = new ArrayList<>(rowsOf("standing", person, last, PersonRows::standing));
        rows.addAll(rowsOf("year_total", person, last, PersonRows::yearTotal));
        rows.addAll(rowsOf("registration", person, last, PersonRows::registration));
        rows.addAll(rowsOf(
                "membership",
                person,
                last,
                row -> new Membership(row.getString("institution"), row.getBoolean("under_measure"))));
        rows.addAll(rowsOf(
                "occurrence",
                person,
                last,
                row -> new Occurrence(
                        row.getString("institution"),
                        row.getString("notice"),
                        Occurrence.Kind.valueOf(row.getString("kind")))));
        return rows;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<Known<T>> rowsOf(String table, String person, long last, Reading<T> value) {
        return jdbc.sql("SELECT *, lower(valid) AS valid_from, upper(valid) AS valid_until, lower(known) AS known_from,"
                        + " CASE WHEN upper(known) <= :last THEN upper(known) END AS known_until"
                        + " FROM read." + table + " WHERE person = :person AND lower(known) <= :last")
                .param("last", last)
                .param("person", person)
                .query((row, number) -> new Known<>(
                        person,
                        new Held<>(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class),
                                value.of(row)),
                        row.getLong("known_from"),
                        row.getObject("known_until", Long.class)))
                .list();
    }
}
