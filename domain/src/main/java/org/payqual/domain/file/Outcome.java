package org.payqual.domain.file;

import java.util.List;

/**
 * What came of reading a file.
 *
 * @param <T> what the file describes
 */
public sealed interface Outcome<T> {

    /**
     * The file is without fault.
     *
     * @param value what it describes
     * @param <T> its type
     */
    record Sound<T>(T value) implements Outcome<T> {}

    /**
     * The file has faults.
     *
     * @param faults all of them in the order of the file, up to {@link Faults#LIMIT}
     * @param <T> what it should have described
     */
    record Faulty<T>(List<Fault> faults) implements Outcome<T> {

        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Returns what a file describes that must be without fault, such as one that was adopted before.
     *
     * @throws IllegalStateException with every fault, where it has any
     */
    default T expectSound() {
        return switch (this) {
            case Sound<T> sound -> sound.value();
            case Faulty<T> faulty -> throw new IllegalStateException("faulty file: " + faulty.faults());
        };
    }
}
