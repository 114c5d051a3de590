package org.payqual.command.sheet;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * What a workbook holds, found by unpacking all of it once within limits, so that whoever reads it afterwards meets
 * neither more than fits nor a part that is broken.
 *
 * @param rows of its longest sheet
 * @param styled whether it says how its cells are shown
 * @param joinsHeading whether in some sheet cells of the first row are joined with others
 */
record XlsxInspection(long rows, boolean styled, boolean joinsHeading) {

    static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    /** The most parts of a workbook. */
    static final int MOST_PARTS = 2_000;

    /** The most bytes of all sheets together, unpacked: some millions of cells. */
    static final long MOST_SHEETS = 768L << 20;

    /** The most bytes of all other parts together, unpacked. */
    static final long MOST_OTHERS = 128L << 20;

    private static final String SHEETS = "xl/worksheets/";
    private static final String STYLES = "xl/styles.xml";
    private static final String STRINGS = "xl/sharedstrings.xml";

    static XlsxInspection of(Path file) throws IOException, UnreadableTable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw tooLarge();
            }
            return unpacked(zip);
        } catch (ZipException | EOFException | XMLStreamException e) {
            throw damaged();
        }
    }

    private static XlsxInspection unpacked(ZipFile zip) throws IOException, XMLStreamException, UnreadableTable {
        Allowance sheets = new Allowance(MOST_SHEETS);
        Allowance others = new Allowance(MOST_OTHERS);
        long strings = 0;
        SheetScan scan = new SheetScan();
        boolean workbook = false;
        boolean styled = false;
        for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
            ZipEntry part = parts.nextElement();
            String name = part.getName().toLowerCase(Locale.ROOT);
            boolean sheet = name.startsWith(SHEETS) && name.endsWith(".xml");
            try (InputStream packed = zip.getInputStream(part)) {
                Counted in = new Counted(packed, sheet ? sheets : others);
                if (sheet) {
                    scan.scan(in);
                } else if (name.equals(STRINGS)) {
                    strings = SheetScan.strings(in);
                } else {
                    styled |= name.equals(STYLES);
                    workbook |= name.equals("[content_types].xml");
                }
                in.transferTo(OutputStream.nullOutputStream());
                if (in.sum.getValue() != part.getCrc()) {
                    throw damaged();
                }
            } catch (TooMuch e) {
                throw tooLarge();
            }
        }
        if (!workbook) {
            throw new UnreadableTable(
                    "file-no-table",
                    "这不是 XLSX 工作簿，而是另一种压缩文件",
                    "this is no workbook (XLSX) but a packed file of another kind");
        }
        if (scan.lastString() >= strings) {
            throw damaged();
        }
        return new XlsxInspection(scan.rows(), styled, scan.joinsHeading());
    }

    static UnreadableTable damaged() {
        return new UnreadableTable(
                "workbook-damaged",
                "工作簿不完整或已损坏，可能未传输完毕；请重新打开、另存后再导入",
                "the workbook is cut off or damaged; open it, save it anew and import that");
    }

    private static UnreadableTable tooLarge() {
        return new UnreadableTable(
                "workbook-too-large",
                "工作簿解压后过大，不像是名册；请只保留一个工作表，删除图片后另存",
                "unpacked, the workbook is far larger than a table of people; keep one sheet, without pictures");
    }

    /** Bytes that several parts may have together. */
    private static final class Allowance {
        private long left;

        private Allowance(long most) {
            this.left = most;
        }

        private void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }

    /** Unpacking goes beyond the allowance; a parser would wrap an exception that is checked. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what is unpacked while it is read, and sums it up. */
    private static final class Counted extends FilterInputStream {
        private final Allowance allowance;
        private final CRC32 sum = new CRC32();

        private Counted(InputStream in, Allowance allowance) {
            super(in);
            this.allowance = allowance;
        }

        /** Does nothing: a parser closes what it has read, and what stands behind that counts too. */
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                allowance.take(1);
                sum.update(read);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                allowance.take(read);
                sum.update(buffer, offset, read);
            }
            return read;
        }
    }
}
