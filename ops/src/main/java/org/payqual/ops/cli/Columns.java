package org.payqual.ops.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Columns {

    /** What no line may end with, and what none may begin with. */
    private static final String OPENING = "（《「『“([{";

    private static final String CLOSING = "，。、；：？！）》」』”,.;:?!)]}";

    private Columns() {}

    /** Tells how many columns a text takes. */
    static int width(String text) {
        return Ansi.OFF.new Text(text.length()).concat(text).getCJKAdjustedLength();
    }

    /** Fills a text up with spaces. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Breaks a text into lines, at spaces where it has some and between Chinese characters otherwise.
     *
     * @return at least one line, none wider than asked unless a word is
     */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Cuts a text wherever a line may end, spaces left with what they follow. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int from = 0;
        for (int at = 1; at < points.length; at++) {
            if (mayEnd(points[at - 1], points[at])) {
                pieces.add(new String(points, from, at - from));
                from = at;
            }
        }
        pieces.add(new String(points, from, points.length - from));
        return pieces;
    }

    private static boolean mayEnd(int before, int after) {
        if (before == ' ' || after == ' ') {
            return after != ' ';
        }
        return (isWide(before) || isWide(after)) && OPENING.indexOf(before) < 0 && CLOSING.indexOf(after) < 0;
    }

    private static boolean isWide(int point) {
        return width(Character.toString(point)) > 1;
    }
}
