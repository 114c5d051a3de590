package org.payqual.command.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that holds one table: a workbook (XLSX) or a text file (CSV). It may be read several times; each time takes no
 * more memory than a row, and in a workbook what the workbook itself keeps apart from its rows.
 */
public interface TableFile {

    /**
     * Looks at a file as a whole.
     *
     * @param file on this machine, changed by nobody meanwhile
     * @throws UnreadableTable if it is no table that can be read
     */
    static TableFile open(Path file) throws IOException, UnreadableTable {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new UnreadableTable("file-empty", "文件是空的", "the file is empty");
        }
        if (startsWith(head, OldWorkbook.SIGNATURE)) {
            throw OldWorkbook.refusal(file);
        }
        return startsWith(head, XlsxInspection.SIGNATURE)
                ? new XlsxFile(file, XlsxInspection.of(file))
                : new CsvFile(file, TextInspection.of(file));
    }

    /** Begins to read the rows. */
    Rows rows() throws IOException, UnreadableTable;

    /** Returns how many rows there are about, the heading among them; for showing how far reading is. */
    long about();

    /** Tells whether cells of the first row are joined with others. */
    boolean joinsHeading();

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean startsWith(byte[] head, byte[] signature) {
        return head.length >= signature.length && Arrays.equals(Arrays.copyOf(head, signature.length), signature);
    }
}
