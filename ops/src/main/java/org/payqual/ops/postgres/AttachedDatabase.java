package org.payqual.ops.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The database for a command that works beside a running payqual: found by the same settings, started only where nobody
 * runs it, and nothing of the application with it.
 */
@EnableConfigurationProperties(PostgresProperties.class)
public class AttachedDatabase {

    /**
     * Opens the database; closing what is returned leaves it as it was found.
     *
     * @param atTerminal whether somebody sits at the terminal, to be told what takes long; else the log tells it
     * @param settings of the application, such as {@code --payqual.postgres.data=data/postgres}
     * @throws RuntimeException if there is none; the reason has been said by then
     */
    public static ConfigurableApplicationContext open(boolean atTerminal, String... settings) {
        SpringApplication application = new SpringApplication(AttachedDatabase.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "logging.level.root",
                "warn",
                "logging.level." + ChangesTold.class.getName(),
                atTerminal ? "warn" : "info",
                LedgerSchema.AT_TERMINAL,
                atTerminal));
        return application.run(settings);
    }

    @Bean
    PostgresServer attachedServer(
            PostgresProperties properties, @Value("${spring.datasource.url:#{null}}") @Nullable String url) {
        return PostgresServer.attach(properties, url);
    }

    @Bean
    PostgresAccess attachedAccess(
            PostgresServer server, @Value("${" + LedgerSchema.AT_TERMINAL + "}") boolean atTerminal) {
        PostgresAccess access = server.access();
        Flyway migrations = LedgerSchema.migrations(access, atTerminal);
        if (server.ours()) {
            migrations.migrate();
        } else if (migrations.info().pending().length > 0) {
            throw new StartRefused("数据库的表结构比本程序旧，请先用本版本启动一次 payqual"
                    + " / The database's tables are older than this program; start this payqual once, then try again.");
        }
        return access;
    }
}
