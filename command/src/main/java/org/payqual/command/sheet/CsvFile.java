package org.payqual.command.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text file with a table. */
final class CsvFile implements TableFile {

    /** What spreadsheets write when a long number is saved as text: the last digits are gone. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+[0-9]+");

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final TextInspection found;

    CsvFile(Path file, TextInspection found) {
        this.file = file;
        this.found = found;
    }

    @Override
    public Rows rows() throws IOException {
        BufferedReader text = Files.newBufferedReader(file, found.charset());
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(found.separator())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .ofCsvRecord(text));
    }

    @Override
    public long about() {
        return found.lines();
    }

    @Override
    public boolean joinsHeading() {
        return false;
    }

    private static final class CsvRows implements Rows {

        private final CloseableIterator<CsvRecord> records;
        private long last;

        private CsvRows(CsvReader<CsvRecord> reader) {
            this.records = reader.iterator();
        }

        @Override
        public @Nullable Row next() throws UnreadableTable {
            try {
                while (records.hasNext()) {
                    CsvRecord read = records.next();
                    last = read.getStartingLineNumber();
                    List<Cell> cells =
                            read.getFields().stream().map(CsvRows::cell).toList();
                    if (!cells.stream().allMatch(Cell::isBlank)) {
                        return new Row(Math.toIntExact(last), cells);
                    }
                }
                return null;
            } catch (CsvParseException e) {
                throw new UnreadableTable(
                        Math.toIntExact(last + 1),
                        "csv-quotes",
                        "自该行起引号不成对，或一个单元格过长",
                        "from this line on a quotation mark is not closed, or a cell is far too long");
            } catch (UncheckedIOException e) {
                throw new UnreadableTable("file-unreadable", "文件读取中断", "the file could not be read to its end");
            }
        }

        private static Cell cell(String written) {
            String text = written.strip();
            if (text.startsWith("=")) {
                return new Cell(Cell.Kind.FORMULA, text);
            }
            return new Cell(ROUNDED.matcher(text).matches() ? Cell.Kind.NUMBER : Cell.Kind.TEXT, text);
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
