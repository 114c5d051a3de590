package org.payqual.command.dispatch;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through what caused an exception. */
public final class Causes {

    private static final int DEEPEST = 50;

    /** With these a server takes back a transaction that met others. */
    private static final Set<String> CONTENDED = Set.of("40001", "40P01");

    private Causes() {}

    /** Finds the first cause of a type; the exception itself counts. */
    public static <T extends Throwable> Optional<T> find(@Nullable Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Finds the SQLSTATE of the first cause that has one. */
    public static Optional<String> sqlState(@Nullable Throwable thrown) {
        return chain(thrown)
                .filter(SQLException.class::isInstance)
                .map(it -> ((SQLException) it).getSQLState())
                .filter(it -> it != null)
                .findFirst();
    }

    /** Tells whether a cause came out of the database's driver or a pool of its connections. */
    public static boolean fromDatabase(@Nullable Throwable thrown) {
        return find(thrown, SQLException.class).isPresent();
    }

    /**
     * Tells whether others were recording in the same place at the same moment, so that nothing of this is recorded.
     */
    public static boolean contended(@Nullable Throwable thrown) {
        return sqlState(thrown).filter(CONTENDED::contains).isPresent()
                || find(thrown, StreamCollision.class).isPresent();
    }

    private static Stream<Throwable> chain(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause).limit(DEEPEST);
    }
}
