package org.payqual.command.sheet;

import org.payqual.domain.file.Text;

/** A file is no table that can be read. Its words are for the clerk who made the file; they repeat nothing of it. */
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Text reason;
    private final int line;

    /** Says what is wrong with the file as a whole. */
    public UnreadableTable(String code, String zh, String en) {
        this(0, code, zh, en);
    }

    /** Says what is wrong from a line on, counted from 1. */
    public UnreadableTable(int line, String code, String zh, String en) {
        super(en, null, false, false);
        this.code = code;
        this.reason = new Text(zh, en);
        this.line = line;
    }

    /** Returns a stable word for programs. */
    public String code() {
        return code;
    }

    /** Returns what is wrong and what to do about it. */
    public Text reason() {
        return reason;
    }

    /** Returns the line, from 1; 0 where it is the file as a whole. */
    public int line() {
        return line;
    }
}
