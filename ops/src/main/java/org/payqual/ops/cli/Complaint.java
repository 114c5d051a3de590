package org.payqual.ops.cli;

import java.io.PrintWriter;
import org.payqual.domain.screen.Columns;

/** What went wrong, as it is said at a terminal: in Chinese, below it in English, in lines of 80 columns. */
final class Complaint {

    private static final String NAME = "payqual: ";

    /** Between the languages of a sentence. */
    private static final String LANGUAGES = " / ";

    private static final int LINE = 80;

    private Complaint() {}

    /**
     * Says it.
     *
     * @param sentences in Chinese and English, with {@code " / "} between; several, each on a line of its own
     */
    static void say(PrintWriter err, String sentences) {
        String before = NAME;
        for (String sentence : sentences.lines().toList()) {
            for (String half : sentence.split(LANGUAGES, 2)) {
                for (String line : Columns.wrapped(half.strip(), LINE - NAME.length())) {
                    err.println(before + line);
                    before = " ".repeat(NAME.length());
                }
            }
        }
        err.flush();
    }
}
