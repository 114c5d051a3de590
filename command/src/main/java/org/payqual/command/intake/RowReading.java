package org.payqual.command.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.payqual.command.sheet.Cell;
import org.payqual.command.sheet.Row;
import org.payqual.domain.file.Text;
import org.payqual.domain.identity.DocumentCheck;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.IdentityDocument;

/** Reads rows of a file, each by itself: what it says, and everything that is wrong with it. */
final class RowReading {

    private static final String TYPE = "documentType";
    private static final String NUMBER = "documentNumber";

    private final Heading heading;
    private final CellReading cells;
    private final LocalDate today;

    RowReading(Heading heading, Forms forms, LocalDate today) {
        this.heading = heading;
        this.cells = new CellReading(forms, today);
        this.today = today;
    }

    /**
     * A row as read.
     *
     * @param values what could be read
     * @param faults what is wrong; none where the row is fine by itself
     */
    record Read(Values values, List<RowFault> faults) {
        /** Copies the faults. */
        Read {
            faults = List.copyOf(faults);
        }
    }

    Read read(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        List<RowFault> faults = new ArrayList<>();
        heading.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> read(row, it.getKey(), it.getValue(), values, faults));
        checkDocument(row.line(), values, faults);
        return new Read(new Values(row.line(), values, heading), faults);
    }

    private void read(Row row, int place, Column column, Map<String, String> values, List<RowFault> faults) {
        Cell cell = row.cell(place);
        if (cell.isBlank()) {
            boolean needed = column.required() || (column.requiredWith() != null && heading.has(column.requiredWith()));
            if (needed) {
                faults.add(RowFault.at(
                        row.line(),
                        place,
                        column,
                        "cell-missing",
                        "未填写（合并的单元格只有第一格有值）",
                        "it is blank (of joined cells only the first one is filled)"));
            }
            return;
        }
        CellReading.Result result = cells.read(cell, column);
        Text fault = result.fault();
        if (fault != null) {
            faults.add(RowFault.at(row.line(), place, column, result.code(), fault.zh(), fault.en()));
        } else {
            values.put(column.field(), String.valueOf(result.value()));
        }
    }

    private void checkDocument(int line, Map<String, String> values, List<RowFault> faults) {
        String number = values.get(NUMBER);
        Integer place = heading.columnOf(NUMBER);
        boolean typeIsWrong = faults.stream().anyMatch(it -> it.code().equals("word-unknown") && isType(it));
        if (number == null || place == null || typeIsWrong) {
            return;
        }
        DocumentType type = DocumentType.valueOf(values.getOrDefault(TYPE, DocumentType.RESIDENT_ID.name()));
        switch (IdentityDocument.check(type, number, today)) {
            case DocumentCheck.Passed passed -> {
                values.put(TYPE, type.name());
                values.put(NUMBER, passed.document().number());
            }
            case DocumentCheck.Failed failed ->
                faults.add(RowFault.at(
                        line,
                        place,
                        heading.at(place),
                        failed.fault().code(),
                        failed.fault().zh(),
                        failed.fault().en()));
        }
    }

    private boolean isType(RowFault fault) {
        Integer place = heading.columnOf(TYPE);
        return place != null && heading.at(place).title().equals(fault.field());
    }
}
