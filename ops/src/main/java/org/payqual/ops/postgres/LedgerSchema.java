package org.payqual.ops.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The tables, as the scripts in {@code db/migration} make them. */
public final class LedgerSchema {

    /** Tells a start that somebody sits at the terminal. */
    public static final String AT_TERMINAL = "payqual.at-terminal";

    private LedgerSchema() {}

    /**
     * Return the migrations for the given database, run as its owner.
     *
     * @param atTerminal whether somebody sits at the terminal, to be told of them
     */
    public static Flyway migrations(PostgresAccess access, boolean atTerminal) {
        return Flyway.configure()
                .dataSource(access.ownerConnections())
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .placeholders(Map.of(
                        "ledgerRole", access.ledger().username(),
                        "projectorRole", access.projector().username(),
                        "identityRole", access.identity().username()))
                .callbacks(new ChangesTold(atTerminal ? System.out : null))
                .cleanDisabled(true)
                .load();
    }
}
