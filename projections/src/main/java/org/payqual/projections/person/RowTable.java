package org.payqual.projections.person;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.Membership;
import org.payqual.domain.person.Occurrence;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RegistrationHeld;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.Timeline;
import org.payqual.domain.person.YearTotal;

/**
 * How one kind of row is kept: the columns {@code person}, {@code valid} and {@code known}, then those of its own. The
 * live tables and a rebuild both go through {@link #ALL}, so that a table joins either by being named there.
 *
 * @param name of the table within its schema
 * @param kept what of a person's timeline the table keeps
 * @param keys how many of its own columns tell rows of one person and one span of days apart
 * @param columns its own columns
 * @param values of those columns, in their order
 * @param <T> the kind of thing
 */
record RowTable<T>(
        String name,
        Function<Timeline, List<Held<T>>> kept,
        int keys,
        List<String> columns,
        Function<T, List<? extends @Nullable Object>> values) {

    static final RowTable<Standing> STANDING = new RowTable<>(
            "standing",
            Timeline::standings,
            0,
            List.of("kind", "until", "term_served", "objected", "provisions"),
            it -> Arrays.<@Nullable Object>asList(
                    it.kind().name(),
                    it.until(),
                    it.termServed(),
                    it.objected(),
                    it.provisions().stream().map(Provision::citation).toArray(String[]::new)));

    static final RowTable<YearTotal> YEAR_TOTAL = new RowTable<>(
            "year_total",
            Timeline::yearTotals,
            0,
            List.of("year", "points", "key_supervision"),
            it -> List.of(it.year(), it.points(), it.keySupervision()));

    static final RowTable<RegistrationHeld> REGISTRATION = new RowTable<>(
            "registration",
            Timeline::registrations,
            1,
            List.of(
                    "registration",
                    "institution",
                    "begun",
                    "ends",
                    "role",
                    "primary_place",
                    "person_code",
                    "region",
                    "practice_type",
                    "practice_category",
                    "practice_scope",
                    "title"),
            RowTable::registration);

    static final RowTable<Membership> MEMBERSHIP = new RowTable<>(
            "membership",
            Timeline::memberships,
            1,
            List.of("institution", "under_measure"),
            it -> List.of(it.institution(), it.underMeasure()));

    static final RowTable<Occurrence> OCCURRENCE = new RowTable<>(
            "occurrence",
            Timeline::occurrences,
            2,
            List.of("notice", "kind", "institution"),
            it -> List.of(it.notice(), it.kind().name(), it.institution()));

    /** All tables of people, in the order in which they are written. */
    static final List<RowTable<?>> ALL = List.of(STANDING, YEAR_TOTAL, REGISTRATION, MEMBERSHIP, OCCURRENCE);

    private static List<@Nullable Object> registration(RegistrationHeld held) {
        RegistrationContent says = held.content();
        return Arrays.<@Nullable Object>asList(
                held.recorded(),
                held.institution(),
                held.begun(),
                held.ends(),
                says.role(),
                says.primary(),
                says.personCode(),
                says.region(),
                says.practiceType(),
                says.practiceCategory(),
                says.practiceScope(),
                says.title());
    }

    /** Returns the statement that ends one open row; {@link #bind(PreparedStatement, Closing)} fills it. */
    String closing(String schema) {
        String key = columns.subList(0, keys).stream()
                .map(column -> " AND " + column + " = ?")
                .collect(Collectors.joining());
        return "UPDATE " + schema + "." + name + " SET known = int8range(lower(known), ?) WHERE person = ?"
                + " AND valid = daterange(?::date, ?::date) AND upper_inf(known)" + key;
    }

    /** Returns the statement that ends all open rows of a person at a position: first the position, then the person. */
    String stopping(String schema) {
        return "UPDATE " + schema + "." + name
                + " SET known = int8range(lower(known), ?) WHERE person = ? AND upper_inf(known)";
    }

    /** Returns the statement that copies rows in; {@link #write(Known, CopyText)} writes them. */
    String copying(String schema) {
        return "COPY " + schema + "." + name + " (person, valid, known, " + String.join(", ", columns) + ") FROM STDIN";
    }

    /** Returns the statement that adds one row; {@link #bind(PreparedStatement, Known)} fills it. */
    String adding(String schema) {
        return "INSERT INTO " + schema + "." + name + " (person, valid, known, " + String.join(", ", columns)
                + ") VALUES (?, daterange(?::date, ?::date), int8range(?, ?::bigint)"
                + String.join("", Collections.nCopies(columns.size(), ", ?")) + ")";
    }

    void bind(PreparedStatement statement, Closing<T> closing) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>(List.of(closing.position(), closing.person()));
        addSpan(all, closing.held());
        all.addAll(values.apply(closing.held().value()).subList(0, keys));
        bind(statement, all);
    }

    void bind(PreparedStatement statement, Known<T> known) throws SQLException {
        List<@Nullable Object> all = new ArrayList<>(List.of(known.person()));
        addSpan(all, known.held());
        all.add(known.from());
        all.add(known.until());
        all.addAll(values.apply(known.held().value()));
        bind(statement, all);
    }

    void write(Known<T> known, CopyText text) {
        text.add(known.person());
        text.addRange(known.held().from(), known.held().until());
        text.addRange(known.from(), known.until());
        values.apply(known.held().value()).forEach(text::add);
        text.endRow();
    }

    private static void addSpan(List<@Nullable Object> all, Held<?> held) {
        all.add(held.from());
        all.add(held.until());
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> all) throws SQLException {
        for (int i = 0; i < all.size(); i++) {
            switch (all.get(i)) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String[] texts ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }
}
