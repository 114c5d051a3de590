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
     * Writes the file.
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
                if (heading != null) {
                    csv.writeRecord(fields("行号", "退回原因", heading));
                }
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    List<String> why = reasons.get(row.line());
                    if (why != null) {
                        csv.writeRecord(fields(String.valueOf(row.line()), String.join("；", why), row));
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

    private static List<String> fields(String line, String reason, Row row) {
        List<String> fields = new ArrayList<>(List.of(line, reason));
        row.cells().forEach(it -> fields.add(harmless(it.text())));
        return fields;
    }

    /** A spreadsheet would take such a text for a formula; none of them is of use in a row anyway. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
