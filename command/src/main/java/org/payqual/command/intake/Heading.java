package org.payqual.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.payqual.command.sheet.Cell;
import org.payqual.command.sheet.Row;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;

/**
 * The first row of a file: which form it is, and which column stands where.
 *
 * @param form that the file is
 * @param columns by their place, from 0
 * @param unused the places of filled columns from which nothing is taken
 */
record Heading(Form form, Map<Integer, Column> columns, List<Integer> unused) {

    /** How far down a heading is looked for, to tell the clerk what stands above it. */
    static final int FURTHEST = 10;

    private static final int ENOUGH = 2;

    /** Copies the columns. */
    Heading {
        columns = Map.copyOf(columns);
        unused = List.copyOf(unused);
    }

    /**
     * Reads the heading of a file.
     *
     * @param first the first rows that are not blank, in order
     * @param joined whether cells of the heading are joined
     * @throws ProblemException with all that is wrong with it
     */
    static Heading of(List<Row> first, boolean joined, Forms forms) {
        for (int i = 0; i < first.size(); i++) {
            Optional<Form> form = form(first.get(i), forms);
            if (form.isPresent()) {
                if (i > 0) {
                    throw faulty(List.of(above(first.get(i).line())));
                }
                return read(first.getFirst(), form.get(), joined, forms);
            }
        }
        throw faulty(List.of(unknown(first.getFirst().line(), joined, forms)));
    }

    /** Returns the place of a field, or null where the file has no such column. */
    @Nullable
    Integer columnOf(String field) {
        for (Map.Entry<Integer, Column> it : columns.entrySet()) {
            if (it.getValue().field().equals(field)) {
                return it.getKey();
            }
        }
        return null;
    }

    /** Tells whether the file has a column. */
    boolean has(String field) {
        return columnOf(field) != null;
    }

    /** Returns the column at a place where there is one. */
    Column at(int place) {
        Column column = columns.get(place);
        if (column == null) {
            throw new IllegalStateException("no column at " + place);
        }
        return column;
    }

    private static Optional<Form> form(Row row, Forms forms) {
        for (Form form : forms.all()) {
            long known = row.cells().stream()
                    .filter(it -> Forms.named(form, it.text()).isPresent())
                    .count();
            boolean told = row.cells().stream()
                    .anyMatch(it -> Forms.named(form, it.text())
                            .filter(column -> column.field().equals(form.knownBy()))
                            .isPresent());
            if (told && known >= ENOUGH) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private static Heading read(Row row, Form form, boolean joined, Forms forms) {
        Map<Integer, Column> columns = new TreeMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<Integer> unused = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int place = 0; place < row.cells().size(); place++) {
            Cell cell = row.cell(place);
            Optional<Column> column = Forms.named(form, cell.text());
            if (column.isPresent()) {
                Integer before = places.putIfAbsent(column.get().field(), place);
                if (before != null) {
                    faults.add(twice(row.line(), place, before, column.get()));
                }
                columns.put(place, column.get());
            } else if (joined && cell.isBlank()) {
                faults.add(joined(row.line(), place));
            } else if (!cell.isBlank() && !forms.isIgnored(cell.text())) {
                unused.add(place);
            }
        }
        for (Column column : form.columns()) {
            boolean needed = column.required() || places.containsKey(column.requiredWith());
            if (needed && !places.containsKey(column.field())) {
                faults.add(missing(row.line(), column, form));
            }
        }
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
        return new Heading(form, columns, unused);
    }

    private static Fault twice(int line, int place, int before, Column column) {
        return fault(
                line,
                place,
                column.title(),
                "“" + column.title() + "”列出现两次（" + Row.letters(before) + " 列和 " + Row.letters(place) + " 列），请删去一列",
                "column " + column.title() + " stands twice, in " + Row.letters(before) + " and " + Row.letters(place)
                        + "; delete one");
    }

    private static Fault joined(int line, int place) {
        return fault(
                line,
                place,
                "",
                Row.letters(place) + " 列的表头是合并单元格，请取消合并，每列只写一个表头",
                "the header of column " + Row.letters(place)
                        + " is joined with others; give every column one of its own");
    }

    private static Fault missing(int line, Column column, Form form) {
        return fault(
                line,
                0,
                column.title(),
                form.title().zh() + "缺少“" + column.title() + "”列",
                "the " + form.title().en() + " file lacks the column " + column.title() + " ("
                        + column.headers().getLast() + ")");
    }

    private static Fault above(int line) {
        return fault(
                line,
                0,
                "",
                "表头应在第一行，实际在第 " + line + " 行，请删去其上的标题行",
                "the heading should stand in the first row and stands in row " + line + "; delete what is above it");
    }

    private static Fault unknown(int line, boolean joined, Forms forms) {
        String zh = joined ? "；表头有合并单元格，请取消合并" : "";
        String en = joined ? "; cells of it are joined, undo that" : "";
        List<String> needed = forms.all().stream()
                .map(it -> it.title().zh() + "须有“"
                        + it.column(it.knownBy()).orElseThrow().title() + "”列")
                .toList();
        return fault(
                line,
                0,
                "",
                "首行不是可识别的表头：" + String.join("，", needed) + zh,
                "the first row is no heading that is known: see docs/import.md for the columns" + en);
    }

    private static Fault fault(int line, int place, String title, String zh, String en) {
        return new Fault(line, place + 1, title, Fault.Kind.FORM, new Text(zh, en));
    }

    private static ProblemException faulty(List<Fault> faults) {
        return new ProblemException(new Problem.FaultyFile(faults));
    }
}
