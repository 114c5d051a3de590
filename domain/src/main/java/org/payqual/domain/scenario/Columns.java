package org.payqual.domain.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of words under each other, on a screen that shows Chinese two columns wide. */
final class Columns {

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x20000, 0x3FFFD}
    };

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
                    .mapToInt(row -> width(row.get(column)))
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
            boolean fits = starts[i] + width(row.get(i)) <= LINE;
            int start = fits || i == 0 ? starts[i] : starts[1];
            for (String piece : broken(row.get(i), LINE - start)) {
                int used = width(line.toString());
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

    /** Breaks a cell at spaces, or anywhere where it has none. */
    static List<String> broken(String cell, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = cell;
        while (width(rest) > width) {
            int end = 0;
            for (int at = 0; width(rest.substring(0, at)) <= width; at = rest.offsetByCodePoints(at, 1)) {
                end = at;
            }
            int space = rest.lastIndexOf(' ', end);
            pieces.add(rest.substring(0, space > 0 ? space : end));
            rest = rest.substring(space > 0 ? space + 1 : end);
        }
        pieces.add(rest);
        return pieces;
    }

    /** Returns how many columns a text takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
