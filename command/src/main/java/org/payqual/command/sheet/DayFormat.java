package org.payqual.command.sheet;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** Tells which figures of a workbook are shown as days, and how. */
final class DayFormat {

    /** What stands in quotation marks or brackets, or behind a backslash, is shown as it is or is a colour. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private DayFormat() {}

    static boolean shows(Cell figure) {
        Integer id = figure.getDataFormatId();
        if (id != null && isBuiltIn(id)) {
            return true;
        }
        String format = figure.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.contains("y") || (bare.contains("d") && bare.contains("m"));
    }

    /** The formats for days that need not be written into a workbook, the Chinese ones among them. */
    private static boolean isBuiltIn(int id) {
        return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    }

    static String text(LocalDateTime day) {
        return day.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.toLocalDate().toString() : day.toString();
    }
}
