package org.payqual.command.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.payqual.command.sheet.Row;
import org.payqual.domain.ledger.Refusal;

/**
 * Why a row is not taken. It names the place and never what stands there.
 *
 * @param line of the text file or row of the workbook, from 1
 * @param column by its letters, where one is at fault
 * @param field what that column is called
 * @param code a stable word for programs
 * @param provision on which a refusal rests
 * @param detail what is wrong, in Chinese
 * @param detailEn the same in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFault(
        int line,
        @Nullable String column,
        @Nullable String field,
        String code,
        @Nullable String provision,
        String detail,
        String detailEn) {

    static RowFault of(int line, String code, String zh, String en) {
        return new RowFault(line, null, null, code, null, zh, en);
    }

    static RowFault at(int line, int column, Column which, String code, String zh, String en) {
        return new RowFault(line, Row.letters(column), which.title(), code, null, zh, en);
    }

    /** Places a refusal of the ledger at the column that it is about, where the file has one. */
    static RowFault of(Values row, Refusal refusal) {
        String provision =
                refusal.provision() == null ? null : refusal.provision().citation();
        String field = refusal.field();
        Values.Place place = field == null ? null : row.place(field.substring(field.lastIndexOf('.') + 1));
        return new RowFault(
                row.line(),
                place == null ? null : place.column(),
                place == null ? null : place.title(),
                refusal.code(),
                provision,
                refusal.zh(),
                refusal.en());
    }

    /** Returns the same fault of another row, which shares with this one what is at fault. */
    RowFault in(int otherLine) {
        return new RowFault(otherLine, column, field, code, provision, detail, detailEn);
    }
}
