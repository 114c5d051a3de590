package org.payqual.domain.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.payqual.domain.screen.Columns;

/** Rows of words under each other, on a terminal of 80 columns. */
final class Table {

    private static final int LINE = 80;

    /** A wider cell may go on beyond its column. */
    private static final int WIDEST = 48;

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /**
     * Returns the rows as lines of a terminal of 80 columns: cells of a column begin below each other, and one that
     * finds no room there goes on below the second column.
     */
    List<String> lines(String indent) {
        int[] starts = starts(indent.length());
        return rows.stream().flatMap(row -> lines(indent, row, starts)).toList();
    }

    /** A column is as wide as its widest cell, within bounds, and takes nothing where all its cells are empty. */
    private int[] starts(int indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] starts = new int[columns];
        int at = indent;
        for (int i = 0; i < columns; i++) {
            starts[i] = at;
            int column = i;
            int widest = rows.stream()
                    .filter(row -> column < row.size())
                    .mapToInt(row -> Columns.width(row.get(column)))
                    .max()
                    .orElse(0);
            at += widest == 0 ? 0 : Math.min(widest, WIDEST) + 2;
        }
        return starts;
    }

    private static Stream<String> lines(String indent, List<String> row, int[] starts) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            boolean fits = starts[i] + Columns.width(row.get(i)) <= LINE;
            int start = fits || i == 0 ? starts[i] : starts[1];
            for (String piece : Columns.wrapped(row.get(i), LINE - start)) {
                int used = Columns.width(line.toString());
                if (!piece.isEmpty() && used > indent.length() && used + 2 > start) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    used = 0;
                }
                line.repeat(' ', piece.isEmpty() ? 0 : start - used).append(piece);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines.stream();
    }
}
