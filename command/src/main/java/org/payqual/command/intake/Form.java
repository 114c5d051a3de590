package org.payqual.command.intake;

import java.util.List;
import java.util.Optional;
import org.payqual.domain.file.Text;

/**
 * One kind of file: its columns as the data of the product names them.
 *
 * @param name which
 * @param title what it is called
 * @param knownBy the field whose column tells the file from those of other kinds
 * @param columns all columns that count
 */
record Form(FormName name, Text title, String knownBy, List<Column> columns) {

    /** Copies the columns. */
    Form {
        columns = List.copyOf(columns);
    }

    Optional<Column> column(String field) {
        return columns.stream().filter(it -> it.field().equals(field)).findAny();
    }
}
