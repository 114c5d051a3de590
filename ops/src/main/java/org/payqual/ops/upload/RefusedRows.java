package org.payqual.ops.upload;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.payqual.command.sheet.Row;
import org.payqual.command.sheet.Rows;
import org.payqual.command.sheet.TableFile;
import org.payqual.command.sheet.UnreadableTable;
import org.payqual.ops.client.ClientFailed;
import tools.jackson.databind.JsonNode;

/**
 * The rows that were not taken, with the reasons, as a file that can be mended and imported again: two columns in
 * front, which an import passes over, and then the rows as they were. Names stand in it, so that only its owner can
 * read it.
 */
public final class RefusedRows {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ONLY_OWNER = "rw-------";
    private static final String LINE = "行号";
    private static final String REASON = "退回原因";
    private static final Set<String> OWN = Set.of(LINE, REASON);
    private static final Pattern NUMBERED = Pattern.compile("\\.refused(-[0-9]+)?$");

    private final Map<Integer, List<String>> reasons = new HashMap<>();
    private final Map<String, String> worded = new HashMap<>();

    /** Notes why a row was not taken. */
    public void add(JsonNode row) {
        reasons.computeIfAbsent(row.path("line").asInt(), line -> new ArrayList<>(1))
                .add(reason(row));
    }

    /** Tells how many rows were not taken. */
    public int count() {
        return reasons.size();
    }

    /** Words why, with the column; the same words of many rows are kept once. */
    public String reason(JsonNode row) {
        String column = row.path("column").asString("");
        String place =
                column.isEmpty() ? "" : column + " 列 " + row.path("field").asString("") + "：";
        String provision = row.path("provision").asString("");
        String text = place + row.path("detail").asString("") + (provision.isEmpty() ? "" : "（" + provision + "）")
                + " / " + row.path("detailEn").asString("");
        return worded.computeIfAbsent(text, it -> it);
    }

    /**
     * Finds the name of a new file beside the one that was handed in: {@code NAME.refused.csv}, or with the next number
     * that is free, since the rows of an earlier one may just be mended.
     */
    public static Path besides(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String plain = NUMBERED.matcher(dot > 0 ? name.substring(0, dot) : name).replaceFirst("");
        Path report = file.resolveSibling(plain + ".refused.csv");
        for (int number = 2; Files.exists(report); number++) {
            report = file.resolveSibling(plain + ".refused-" + number + ".csv");
        }
        return report;
    }

    /**
     * Writes the file. Of one that holds rows refused before, the lines and reasons of that time are left out.
     *
     * @param copy of the file that was handed in
     * @param report where to; a file of that name is replaced
     * @throws ClientFailed if it cannot be written
     */
    public void write(StableCopy copy, Path report) throws ClientFailed {
        try {
            Files.deleteIfExists(report);
            try (Rows rows = TableFile.open(copy.path()).rows();
                    CsvWriter csv = CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.CRLF)
                            .build(writer(report))) {
                Row heading = rows.next();
                List<Integer> kept = kept(heading);
                if (heading != null) {
                    csv.writeRecord(fields(LINE, REASON, heading, kept));
                }
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    List<String> why = reasons.get(row.line());
                    if (why != null) {
                        csv.writeRecord(fields(String.valueOf(row.line()), String.join("；", why), row, kept));
                    }
                }
            }
        } catch (IOException e) {
            throw new ClientFailed("无法写入 " + report + " / cannot write " + report);
        } catch (UnreadableTable e) {
            throw new ClientFailed(e.reason().zh() + " / " + e.reason().en());
        }
    }

    private static Writer writer(Path report) throws IOException {
        if (report.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(report, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(
                Files.newOutputStream(report, StandardOpenOption.CREATE), StandardCharsets.UTF_8));
        out.write(BYTE_ORDER_MARK);
        return out;
    }

    private static List<Integer> kept(@Nullable Row heading) {
        return heading == null
                ? List.of()
                : IntStream.range(0, heading.cells().size())
                        .filter(it -> !OWN.contains(heading.cells().get(it).text()))
                        .boxed()
                        .toList();
    }

    private static List<String> fields(String line, String reason, Row row, List<Integer> kept) {
        List<String> fields = new ArrayList<>(List.of(line, reason));
        kept.stream()
                .filter(it -> it < row.cells().size())
                .forEach(it -> fields.add(harmless(row.cells().get(it).text())));
        return fields;
    }

    /** A spreadsheet would take such a text for a formula; none of them is of use in a row anyway. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
