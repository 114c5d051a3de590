package org.payqual.command.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as offices, and others, would hand them in. */
final class Workbooks {

    static final String TYPES = "[Content_Types].xml";

    private Workbooks() {}

    /** Writes a workbook of one sheet with the library that offices' exports often use. */
    static byte[] of(Consumer<Worksheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook.newWorksheet("名册"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Packs parts as they are into a workbook; whoever reads it must not trust them. */
    static byte[] packed(String sheet, String strings) {
        return packed(sheet, strings, 0);
    }

    /** Packs a sheet that is followed by so many bytes of blanks. */
    static byte[] packed(String sheet, String strings, long blanks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String types = "http://schemas.openxmlformats.org/package/2006/content-types";
            String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            put(
                    zip,
                    TYPES,
                    "<Types xmlns='" + types + "'><Override PartName='/xl/workbook.xml' ContentType='" + kind
                            + "sheet.main+xml'/><Override PartName='/xl/sharedStrings.xml' ContentType='" + kind
                            + "sharedStrings+xml'/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                            + "<sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
            put(zip, "xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
            put(zip, "xl/worksheets/sheet1.xml", sheet);
            byte[] blank = new byte[1 << 16];
            java.util.Arrays.fill(blank, (byte) ' ');
            for (long left = blanks; left > 0; left -= blank.length) {
                zip.write(blank);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
