package org.payqual.ops.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language help is given; whatever tells of the ledger is told in Chinese and English side by side. */
final class TerminalLanguage {

    private TerminalLanguage() {}

    /**
     * Reads what a terminal is set to. Java itself asks the system, which knows only languages that are installed
     * there.
     *
     * @param environment its variables, of which {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} count in this
     *     order
     * @return Chinese where that is set, English otherwise; where none is set, as Java takes it to be
     */
    static Locale of(Map<String, String> environment) {
        Optional<String> set = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(it -> environment.getOrDefault(it, ""))
                .filter(it -> !it.isEmpty())
                .findFirst();
        return set.orElse(Locale.getDefault().getLanguage()).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
