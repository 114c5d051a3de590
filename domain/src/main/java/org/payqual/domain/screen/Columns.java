package org.payqual.domain.screen;

import java.util.ArrayList;
import java.util.List;

/** Text in columns of a terminal, where a Chinese character takes two. */
public final class Columns {

    /** Characters of two columns, as ranges with their last. */
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

    /** What no line may end with, and what none may begin with. */
    private static final String OPENING = "（《「『“([{";

    private static final String CLOSING = "，。、；：？！）》」』”,.;:?!)]}";

    /** After what a word that has to be cut is best cut. */
    private static final String JOINTS = "-_/";

    private Columns() {}

    /** Tells how many columns a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Fills a text up with spaces. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Breaks a text into lines, at spaces where it has some and between Chinese characters otherwise; a word that is
     * wider than a line goes on in the next, best after a hyphen or the like.
     *
     * @param width of a line, in which at least one character has room
     * @return at least one line, none wider than asked
     */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
            while (width(line.toString().stripTrailing()) > width) {
                int end = end(line.toString(), width);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Returns where a word is cut that is wider than a line: behind its last joint that has room, or anywhere. */
    private static int end(String word, int width) {
        int end = word.offsetByCodePoints(0, 1);
        int joint = 0;
        while (end < word.length() && width(word.substring(0, word.offsetByCodePoints(end, 1))) <= width) {
            joint = JOINTS.indexOf(word.charAt(end - 1)) < 0 ? joint : end;
            end = word.offsetByCodePoints(end, 1);
        }
        return JOINTS.indexOf(word.charAt(end - 1)) < 0 && joint > 0 ? joint : end;
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
        return width(point) > 1;
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
