package org.payqual.command.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a form.
 *
 * @param field by which the program knows it
 * @param form of its values
 * @param words name of the list of words that may stand in it, where it takes words
 * @param required whether every row must fill it
 * @param requiredWith the field together with which every row must fill it
 * @param most the greatest number, for whole numbers
 * @param list whether several values may stand in a cell, between commas or the like
 * @param headers as which offices write it, the usual one first and the English one last
 */
record Column(
        String field,
        ValueForm form,
        @Nullable String words,
        boolean required,
        @Nullable String requiredWith,
        int most,
        boolean list,
        List<String> headers) {

    /** Copies the headers. */
    Column {
        headers = List.copyOf(headers);
    }

    /** Returns what the column is called in reports. */
    String title() {
        return headers.getFirst();
    }
}
