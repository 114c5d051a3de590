package org.payqual.ops.identity;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.payqual.ops.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A migrated database of its own for a test. */
record TestDatabase(TestPostgres.Database database, HikariDataSource identity, JdbcClient superuser)
        implements AutoCloseable {

    static TestDatabase create() {
        try {
            TestPostgres.Database database = TestPostgres.create();
            SingleConnectionDataSource superuser =
                    new SingleConnectionDataSource(TestPostgres.superuser(database.name()), true);
            return new TestDatabase(database, database.access().identityPool(), JdbcClient.create(superuser));
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    @Override
    public void close() {
        identity.close();
        database.close();
    }
}
