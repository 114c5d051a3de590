package org.payqual.command.sheet;

/**
 * One cell of a table. Printing it shows nothing of what stands in it.
 *
 * @param kind how its content is kept
 * @param text its content as text, without white space around it; empty where there is none
 */
public record Cell(Kind kind, String text) {

    /** How a cell keeps its content. */
    public enum Kind {
        /** As text, or not at all. */
        TEXT,
        /** As a number, which is also how a workbook keeps a day. */
        NUMBER,
        /** Worked out from other cells. */
        FORMULA,
        /** As the fault of a formula or an import. */
        FAULT
    }

    /** A cell without content. */
    public static final Cell BLANK = new Cell(Kind.TEXT, "");

    /** Tells whether nothing stands in the cell. */
    public boolean isBlank() {
        return text.isEmpty() && kind != Kind.FORMULA && kind != Kind.FAULT;
    }

    @Override
    public String toString() {
        return kind + " (content withheld)";
    }
}
