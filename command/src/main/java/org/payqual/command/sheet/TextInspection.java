package org.payqual.command.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a text file is written in, found by looking at every line: UTF-8 if all of it is, GB18030 if all of it is that
 * and no line speaks for UTF-8.
 *
 * @param charset of the whole file
 * @param separator between its columns, the one that stands most often in the first line
 * @param lines how many there are
 */
record TextInspection(Charset charset, char separator, long lines) {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int LONGEST_LINE = 1024 * 1024;
    private static final char[] SEPARATORS = {',', '\t', ';'};

    /** By chance a line of so many bytes that are not ASCII is UTF-8 once in some hundred thousand. */
    private static final int NO_CHANCE = 12;

    static TextInspection of(Path file) throws IOException, UnreadableTable {
        Lines lines = new Lines();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (byte[] line = line(in); line != null; line = line(in)) {
                lines.add(line);
            }
        }
        return lines.inspection();
    }

    private static byte @Nullable [] line(InputStream in) throws IOException, UnreadableTable {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw noTable();
            }
            line.write(read);
        }
        return line.toByteArray();
    }

    private static UnreadableTable noTable() {
        return new UnreadableTable(
                "file-no-table",
                "这不是 XLSX 或 CSV 表格文件",
                "this is neither a workbook (XLSX) nor a text file with a table (CSV)");
    }

    /** Looks at one line after the other. */
    private static final class Lines {

        private long count;
        private boolean utf8 = true;
        private boolean gb18030 = true;
        private long firstUtf8;
        private long firstOther;
        private long firstNeither;
        private char separator = SEPARATORS[0];

        void add(byte[] line) throws UnreadableTable {
            count++;
            if (count == 1) {
                first(line);
            }
            int foreign = 0;
            for (byte it : line) {
                if (it == 0) {
                    throw noTable();
                }
                foreign += it < 0 ? 1 : 0;
            }
            if (foreign > 0) {
                weigh(line, foreign);
            }
        }

        private void first(byte[] line) throws UnreadableTable {
            boolean utf16 = line.length >= 2 && (line[0] & line[1] & 0xFF) == 0xFE && line[0] != line[1];
            if (utf16) {
                throw new UnreadableTable(
                        "encoding-utf16",
                        "文件为 UTF-16（Unicode 文本）编码，请另存为“CSV UTF-8”或 XLSX",
                        "the file is in UTF-16 (Unicode text); save it as CSV UTF-8 or XLSX");
            }
            int most = 0;
            for (char candidate : SEPARATORS) {
                int found = 0;
                for (byte it : line) {
                    found += it == candidate ? 1 : 0;
                }
                if (found > most) {
                    most = found;
                    separator = candidate;
                }
            }
        }

        private void weigh(byte[] line, int foreign) {
            boolean asUtf8 = isIn(StandardCharsets.UTF_8, line);
            boolean asGb18030 = isIn(GB18030, line);
            utf8 &= asUtf8;
            gb18030 &= asGb18030;
            if (asUtf8 && foreign >= NO_CHANCE && firstUtf8 == 0) {
                firstUtf8 = count;
            }
            if (!asUtf8 && firstOther == 0) {
                firstOther = count;
            }
            if (!asUtf8 && !asGb18030 && firstNeither == 0) {
                firstNeither = count;
            }
        }

        TextInspection inspection() throws UnreadableTable {
            if (utf8) {
                return new TextInspection(StandardCharsets.UTF_8, separator, count);
            }
            if (firstNeither > 0) {
                throw new UnreadableTable(
                        Math.toIntExact(firstNeither),
                        "encoding-unknown",
                        "该行不是有效的 UTF-8 或 GB18030 文字，文件可能已损坏，请另存为“CSV UTF-8”",
                        "this line is text neither in UTF-8 nor in GB18030; the file may be damaged, save it as CSV UTF-8");
            }
            if (firstUtf8 > 0 || !gb18030) {
                throw new UnreadableTable(
                        Math.toIntExact(Math.max(firstUtf8, firstOther)),
                        "encoding-mixed",
                        "文件混用了 UTF-8 和 GB18030 两种编码，自该行起与前文不同，请统一另存为“CSV UTF-8”",
                        "the file mixes two encodings, UTF-8 and GB18030: from this line on it is another than before;"
                                + " save all of it as CSV UTF-8");
            }
            return new TextInspection(GB18030, separator, count);
        }

        private static boolean isIn(Charset charset, byte[] line) {
            try {
                charset.newDecoder().decode(ByteBuffer.wrap(line));
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
