package org.payqual.command.sheet;

import java.util.List;

/**
 * One row of a table that is not blank.
 *
 * @param line its line in the text file or its row in the workbook, from 1
 * @param cells from the first column on; those after the last are blank
 */
public record Row(int line, List<Cell> cells) {

    /** Copies the cells. */
    public Row {
        cells = List.copyOf(cells);
    }

    /** Returns the cell of a column, from 0. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** Returns a column's letters, as workbooks name it: A for 0. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
