package org.payqual.ops.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Text in columns of a terminal, where a Chinese character takes two. */
final class Columns {

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
        for (String word : text.split(" ", -1)) {
            String part = word;
            if (!line.isEmpty() && width(line + " " + part) <= width) {
                line.append(' ').append(part);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(part) > width && width(part) > part.codePointCount(0, part.length())) {
                int end = fitting(part, width);
                lines.add(part.substring(0, end));
                part = part.substring(end);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int fitting(String text, int width) {
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next)) > width) {
                break;
            }
            end = next;
        }
        return Math.max(end, text.offsetByCodePoints(0, 1));
    }
}
