package org.payqual.ops.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The tables, as the scripts in {@code db/migration} make them. */
public final class LedgerSchema {

    private LedgerSchema() {}

    /** Return the migrations for the given database, run as its owner. */
    public static Flyway migrations(PostgresAccess access) {
        return Flyway.configure()
                .dataSource(access.ownerConnections())
                .locations("classpath:db/migration")
                .defaultSchema("migration")
                .placeholders(Map.of(
                        "ledgerRole", access.ledger().username(),
                        "projectorRole", access.projector().username(),
                        "identityRole", access.identity().username()))
                .callbacks(new ChangesTold(System.out))
                .cleanDisabled(true)
                .load();
    }
}
