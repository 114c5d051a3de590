package org.payqual.domain.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.RulebookReader;
import org.payqual.domain.rulebook.ShippedRulebooks;

/**
 * How a file of scenarios names the rulebook under which they are played.
 *
 * @param text as written: the id of a built-in rulebook, or the path of a file relative to the file of scenarios
 */
public record RulebookName(String text) {

    /** Tells whether it is the path of a file rather than an id. */
    public boolean isPath() {
        return text.indexOf('/') >= 0 || text.endsWith(".yaml") || text.endsWith(".yml");
    }

    /** Tells whether it is the id of a built-in rulebook. */
    public boolean isShipped() {
        return ShippedRulebooks.ids().contains(text);
    }

    /**
     * Returns the path that it stands for.
     *
     * @param scenarios the file that names it
     */
    public Path path(Path scenarios) {
        return scenarios.toAbsolutePath().resolveSibling(text).normalize();
    }

    /**
     * Reads the rulebook.
     *
     * @param scenarios the file that names it
     * @throws IOException if the path that it stands for cannot be read
     */
    public Outcome<Rulebook> read(Path scenarios) throws IOException {
        byte[] file = isPath()
                ? Files.readAllBytes(path(scenarios))
                : ShippedRulebooks.file(text).orElseThrow(() -> new IllegalStateException("not built in: " + text));
        return new RulebookReader(ShippedRulebooks::file).readExtending(file);
    }
}
