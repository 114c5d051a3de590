package org.payqual.command.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook, of which the first sheet that shows is the table. */
final class XlsxFile implements TableFile {

    /** No number that somebody typed has more; writing one out at length could fill the memory. */
    private static final int MOST_DIGITS = 400;

    private final Path file;
    private final XlsxInspection found;

    XlsxFile(Path file, XlsxInspection found) {
        this.file = file;
        this.found = found;
    }

    @Override
    public long about() {
        return found.rows();
    }

    @Override
    public boolean joinsHeading() {
        return found.joinsHeading();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the rows close what they are read from
    public Rows rows() throws IOException, UnreadableTable {
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(found.styled(), false));
            if (workbook.isDate1904()) {
                throw new UnreadableTable(
                        "workbook-1904",
                        "工作簿使用 1904 年日期系统，请在“选项—高级”中取消后另存",
                        "the workbook counts days from 1904; take that option off and save it again");
            }
            Sheet sheet = workbook.getSheets()
                    .filter(it -> it.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(XlsxInspection::damaged);
            Rows rows = new XlsxRows(workbook, sheet.openStream());
            workbook = null;
            return rows;
        } catch (RuntimeException e) {
            throw XlsxInspection.damaged();
        } finally {
            if (workbook != null) {
                workbook.close();
            }
        }
    }

    private static final class XlsxRows implements Rows {

        private final ReadableWorkbook workbook;
        private final Stream<org.dhatim.fastexcel.reader.Row> stream;
        private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
        private int last;

        private XlsxRows(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream) {
            this.workbook = workbook;
            this.stream = stream;
            this.rows = stream.iterator();
        }

        @Override
        public @Nullable Row next() throws UnreadableTable {
            try {
                while (rows.hasNext()) {
                    org.dhatim.fastexcel.reader.Row read = rows.next();
                    last = Math.max(last + 1, read.getRowNum());
                    List<Cell> cells = new ArrayList<>(read.getCellCount());
                    for (int column = 0; column < read.getCellCount(); column++) {
                        cells.add(cell(read.hasCell(column) ? read.getCell(column) : null));
                    }
                    if (!cells.stream().allMatch(Cell::isBlank)) {
                        return new Row(last, cells);
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw new UnreadableTable(
                        last + 1,
                        "workbook-damaged",
                        "工作簿自该行起已损坏，请重新打开、另存后再导入",
                        "the workbook is damaged from this row on; open it, save it anew and import that");
            }
        }

        private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell read) {
            if (read == null || read.getType() == CellType.EMPTY) {
                return Cell.BLANK;
            }
            return switch (read.getType()) {
                case FORMULA -> new Cell(Cell.Kind.FORMULA, text(read));
                case ERROR -> new Cell(Cell.Kind.FAULT, text(read));
                case NUMBER ->
                    DayFormat.shows(read)
                            ? new Cell(Cell.Kind.TEXT, DayFormat.text(read.asDate()))
                            : new Cell(Cell.Kind.NUMBER, number(read.asNumber()));
                case BOOLEAN -> new Cell(Cell.Kind.TEXT, Boolean.TRUE.equals(read.getValue()) ? "是" : "否");
                case STRING, EMPTY -> new Cell(Cell.Kind.TEXT, text(read));
            };
        }

        private static String text(org.dhatim.fastexcel.reader.Cell read) {
            return read.getRawValue() == null ? "" : read.getRawValue().strip();
        }

        /** Writes a number as a clerk sees it in a column that is wide enough. */
        private static String number(BigDecimal number) {
            return number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS
                    ? number.toString()
                    : number.stripTrailingZeros().toPlainString();
        }

        @Override
        public void close() {
            stream.close();
            try {
                workbook.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
