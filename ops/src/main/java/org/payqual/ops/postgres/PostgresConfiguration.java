package org.payqual.ops.postgres;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The database and the ways into it. Each bean is made of the one before, so that pools open after the migrations and
 * close before the server stops.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresProperties.class)
public class PostgresConfiguration {

    /** Start or find the server. */
    @Bean
    PostgresServer postgresServer(
            PostgresProperties properties, @Value("${spring.datasource.url:#{null}}") @Nullable String url) {
        return PostgresServer.find(properties, url);
    }

    /** Give the way into the database. */
    @Bean
    PostgresAccess postgresAccess(PostgresServer server) {
        return server.access();
    }

    /** Bring the tables up to date, as their owner. */
    @Bean(initMethod = "migrate")
    Flyway flyway(PostgresAccess access, @Value("${" + LedgerSchema.AT_TERMINAL + ":false}") boolean atTerminal) {
        return LedgerSchema.migrations(access, atTerminal);
    }

    /** Open the pool in which events are read and appended; what needs a database and does not say which gets this. */
    @Bean
    @Primary
    HikariDataSource ledgerDataSource(PostgresAccess access, Flyway migrated) {
        HikariDataSource pool = access.ledgerPool();
        try {
            PostgresRequirements.check(access.ledgerSessions());
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Open the pool in which the log is followed and read models are written. */
    @Bean
    HikariDataSource projectorDataSource(PostgresAccess access, Flyway migrated) {
        return access.projectorPool();
    }

    /** Open the pool in which callers are answered from the log and the read models. */
    @Bean
    HikariDataSource readingDataSource(PostgresAccess access, Flyway migrated) {
        return access.readingPool();
    }

    /** Open the pool of the identity store. */
    @Bean
    HikariDataSource identityDataSource(PostgresAccess access, Flyway migrated) {
        return access.identityPool();
    }

    /** Open the pool in which callers are answered from the identity store. */
    @Bean
    HikariDataSource identityReadingDataSource(PostgresAccess access, Flyway migrated) {
        return access.identityReadingPool();
    }

    /** Open the pool through which readings are put on record. */
    @Bean
    HikariDataSource accessRecordDataSource(PostgresAccess access, Flyway migrated) {
        return access.accessRecordPool();
    }

    /** Run the ledger's transactions. */
    @Bean
    @Primary
    JdbcTransactionManager transactionManager(HikariDataSource ledgerDataSource) {
        return new JdbcTransactionManager(ledgerDataSource);
    }

    /** Run the read models' transactions. */
    @Bean
    JdbcTransactionManager projectorTransactionManager(
            @Qualifier("projectorDataSource") HikariDataSource projectorDataSource) {
        return new JdbcTransactionManager(projectorDataSource);
    }
}
