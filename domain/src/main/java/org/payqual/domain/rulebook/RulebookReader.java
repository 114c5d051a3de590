package org.payqual.domain.rulebook;

import java.util.Optional;
import org.payqual.domain.file.Faults;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Value;
import org.payqual.domain.file.YamlDocument;
import org.payqual.domain.leaf.Digest;

/** Reads rulebook files: the law as typed data, or every fault of the file at once. */
public final class RulebookReader {

    private final Bases bases;

    /** Makes a reader that finds the rulebooks that others extend. */
    public RulebookReader(Bases bases) {
        this.bases = bases;
    }

    /** Where the files of rulebooks are that others extend. */
    @FunctionalInterface
    public interface Bases {

        /** Returns the bytes of the rulebook that has an id, where there is one. */
        Optional<byte[]> file(String id);
    }

    /** Reads a file that extends no other. */
    public static Outcome<Rulebook> read(byte[] file) {
        return new RulebookReader(id -> Optional.empty()).readExtending(file);
    }

    /** Reads a file that may extend another. */
    public Outcome<Rulebook> readExtending(byte[] file) {
        Faults faults = new Faults();
        Optional<Value> document =
                YamlDocument.read(file, faults).flatMap(written -> new Extension(bases, faults).complete(written));
        Optional<Rulebook> rulebook = document.map(d ->
                new RulebookReading(d, Section.of(d, faults), Digest.of(file).toString()).read());
        return faults.count() == 0 && rulebook.isPresent()
                ? new Outcome.Sound<>(rulebook.get())
                : new Outcome.Faulty<>(faults.all());
    }
}
