package org.payqual.command.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.payqual.command.sheet.Row;

/**
 * What a row says, each value well-formed by itself and written in one way. Printing it shows the line alone.
 *
 * @param line where the row stands
 * @param fields the values by field; those that are blank are missing
 * @param heading of the file
 */
record Values(int line, Map<String, String> fields, Heading heading) {

    /** Copies the values. */
    Values {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Where a field stands.
     *
     * @param column its letters
     * @param title what it is called
     */
    record Place(String column, String title) {}

    /** Returns a value that every row of the form has. */
    String text(String field) {
        String text = fields.get(field);
        if (text == null) {
            throw new IllegalStateException("a row without " + field + " is not read");
        }
        return text;
    }

    /** Returns a value, or null where the row leaves it blank. */
    @Nullable
    String maybe(String field) {
        return fields.get(field);
    }

    LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    @Nullable
    LocalDate maybeDate(String field) {
        String text = fields.get(field);
        return text == null ? null : LocalDate.parse(text);
    }

    @Nullable
    Integer maybeWhole(String field) {
        String text = fields.get(field);
        return text == null ? null : Integer.valueOf(text);
    }

    /** Returns the values of a cell that may hold several, none where it is blank. */
    List<String> all(String field) {
        String text = fields.get(field);
        return text == null ? List.of() : List.of(text.split(",", -1));
    }

    boolean is(String field, boolean otherwise) {
        String text = fields.get(field);
        return text == null ? otherwise : Boolean.parseBoolean(text);
    }

    <E extends Enum<E>> E of(Class<E> type, String field) {
        return Enum.valueOf(type, text(field));
    }

    /** Returns the place of a field, or null where the file has no such column. */
    @Nullable
    Place place(String field) {
        Integer column = heading.columnOf(field);
        return column == null
                ? null
                : new Place(Row.letters(column), heading.at(column).title());
    }

    RowFault fault(String field, String code, String zh, String en) {
        Integer column = heading.columnOf(field);
        return column == null
                ? RowFault.of(line, code, zh, en)
                : RowFault.at(line, column, heading.at(column), code, zh, en);
    }

    @Override
    public String toString() {
        return "line " + line;
    }
}
