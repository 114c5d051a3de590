package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Sequencer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(OutputCaptureExtension.class)
class PostgresConfigurationTest {

    @Test
    void usesAGivenDatabaseWithTheThreeRolesAndStartsNoOther() throws Exception {
        try (TestPostgres.Database database = TestPostgres.create();
                Writer writer = new Writer(database).open();
                ConfigurableApplicationContext context = start(settings(database.access()))) {
            assertThat(user(context.getBean(DataSource.class))).isEqualTo("payqual_ledger");
            assertThat(user(context.getBean("projectorDataSource", DataSource.class)))
                    .isEqualTo("payqual_projector");
            assertThat(user(context.getBean("identityDataSource", DataSource.class)))
                    .isEqualTo("payqual_identity");
            // An answer waits until it is on disk who asked; appends wait for the sequencer's flush instead.
            assertThat(commits(context, "accessRecordDataSource")).isEqualTo("payqual_ledger on");
            assertThat(commits(context, "identityDataSource")).isEqualTo("payqual_identity on");
            assertThat(commits(context, "ledgerDataSource")).isEqualTo("payqual_ledger off");
            // Who reads is not kept waiting; what is meant to take long is not broken off.
            assertThat(longest(context, "readingDataSource")).isEqualTo("payqual_projector 5000 ms, 4s");
            assertThat(longest(context, "identityReadingDataSource")).isEqualTo("payqual_identity 5000 ms, 4s");
            assertThat(longest(context, "accessRecordDataSource")).isEqualTo("payqual_ledger 5000 ms, 0");
            assertThat(longest(context, "ledgerDataSource")).isEqualTo("payqual_ledger 60000 ms, 0");
            assertThat(longest(context, "identityDataSource")).isEqualTo("payqual_identity 60000 ms, 0");
            assertThat(longest(context, "projectorDataSource")).isEqualTo("payqual_projector 0 ms, 0");
            assertThat(user(context.getBean(Flyway.class).getConfiguration().getDataSource()))
                    .isEqualTo("payqual_owner");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("payqual_ledger");
            assertThat(context.getBean(PlatformTransactionManager.class))
                    .isInstanceOfSatisfying(
                            JdbcTransactionManager.class,
                            manager ->
                                    assertThat(manager.getDataSource()).isSameAs(context.getBean("ledgerDataSource")));
            assertThat(context.getBeansOfType(EmbeddedCluster.class)).isEmpty();
            assertThat(context.getBeansOfType(HikariDataSource.class).values())
                    .allSatisfy(pool ->
                            assertThat(pool.getDataSourceProperties()).containsEntry("logServerErrorDetail", "false"));

            writer.append("a", 0).commit();
            assertThat(context.getBean(Sealing.class).await(StreamType.PERSON, "a", 0))
                    .hasValue(1);
            assertThat(context.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void writersLookTheirPositionsUpWhereTheyWrote() throws Exception {
        try (TestPostgres.Database database = TestPostgres.create();
                Writer writer = new Writer(database).open();
                ConfigurableApplicationContext context = start(settings(database.access()));
                ExecutorService caller = Executors.newSingleThreadExecutor();
                Connection superuser = TestPostgres.superuser(database.name());
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("LOCK TABLE ledger.log");
            writer.append("a", 0).commit();
            Sealing sealing = context.getBean(Sealing.class);
            Future<OptionalLong> position = caller.submit(() -> sealing.await(StreamType.PERSON, "a", 0));
            Awaitility.await().until(() -> {
                try (ResultSet looking = statement.executeQuery("SELECT application_name FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'"
                        + " AND query LIKE 'SELECT l.position FROM ledger.log%'")) {
                    return looking.next() && looking.getString(1).equals("payqual ledger");
                }
            });
            superuser.rollback();
            assertThat(position.get()).hasValue(1);
        }
    }

    @Test
    void reportsAStoppedLogAsDown() throws Exception {
        try (TestPostgres.Database database = TestPostgres.create();
                Writer writer = new Writer(database)) {
            writer.append("early", 0).commit();
            Sequencer sequencer = new Sequencer(database.access().ledgerSessions(), new LogHead());
            sequencer.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> new SequencerHealth(sequencer)
                            .health()
                            .getDetails()
                            .get("state")
                            .equals("stopped"));
            assertThat(new SequencerHealth(sequencer).health().getStatus()).isEqualTo(Status.DOWN);
            sequencer.close();
        }
    }

    @Test
    void saysInOnePlainSentenceThatAnotherOneRuns(CapturedOutput output) {
        Path data = TestPostgres.folder();
        assertThatThrownBy(() -> start(List.of("--payqual.postgres.data=" + data)))
                .hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output.getErr().lines().filter(it -> !it.contains(data.toString())))
                .as("columns of a terminal, unless a path is longer")
                .allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(80));
        assertThat(output.getErr().replaceAll("\\s+", " ").strip())
                .startsWith("payqual: 另一个 payqual（进程 ")
                .endsWith(
                        "another payqual is running with the data in " + data
                                + " (process " + ProcessHandle.current().pid()
                                + "); stop it first, or choose another data folder with PAYQUAL_DATA, and another port with --server.port.");
        assertThat(output.getOut()).doesNotContain("Exception").doesNotContain("WARN");
    }

    @Test
    void saysWhichSettingIsMissingForAGivenDatabase(CapturedOutput output) {
        List<String> settings = new ArrayList<>(settings(TestPostgres.cluster().access()));
        settings.removeIf(setting -> setting.startsWith("--payqual.postgres.projector"));
        assertThatThrownBy(() -> start(settings)).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output.getErr().replaceAll("\\s+", " "))
                .contains("spring.datasource.url is set, so payqual.postgres.projector.username and .password must be"
                        + " set too.");
    }

    @Test
    void refusesADatabaseThatCouldLoseWhatWasAcknowledged() throws Exception {
        refusesAfter(
                "ALTER ROLE payqual_ledger IN DATABASE %s SET synchronous_commit = off",
                "PostgreSQL has synchronous_commit turned off");
    }

    @Test
    void refusesADatabaseWhereAWriterMayStayOpenForever() throws Exception {
        refusesAfter(
                "ALTER ROLE payqual_ledger IN DATABASE %s SET transaction_timeout = 0",
                "ALTER ROLE payqual_ledger SET transaction_timeout = '10s'");
    }

    @Test
    void refusesALedgerRoleThatMayChangeWhatIsRecorded() {
        try (TestPostgres.Database database = TestPostgres.create()) {
            PostgresAccess access = database.access();
            // The owner passes no check for a time limit either, so it gets one here.
            assertThatThrownBy(() -> {
                        try (HikariDataSource owner = new PostgresAccess(
                                        access.url() + "?options=-c%20transaction_timeout=10s",
                                        access.owner(),
                                        access.owner(),
                                        access.projector(),
                                        access.identity())
                                .ledgerPool()) {
                            PostgresRequirements.check(owner);
                        }
                    })
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("may change what is recorded");
        }
    }

    @Test
    void refusesAnAddressThatLetsErrorDetailsIntoTheLogs() {
        PostgresAccess access = TestPostgres.cluster().access();
        assertThatThrownBy(() -> new PostgresAccess(
                        access.url() + "?logServerErrorDetail=true",
                        access.owner(),
                        access.ledger(),
                        access.projector(),
                        access.identity()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("logServerErrorDetail");
    }

    @Test
    void passwordsAreNeverShown() {
        assertThat(TestPostgres.cluster().access().toString())
                .contains("payqual_ledger")
                .doesNotContain(TestPostgres.cluster().access().ledger().password());
    }

    private static void refusesAfter(String change, String sentence) throws SQLException {
        try (TestPostgres.Database database = TestPostgres.create();
                Connection superuser = TestPostgres.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute(change.formatted(database.name()));
            assertThatThrownBy(() -> start(settings(database.access())))
                    .rootCause()
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(sentence);
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new));
    }

    private static List<String> settings(PostgresAccess access) {
        List<String> settings = new ArrayList<>(List.of("--spring.datasource.url=" + access.url()));
        for (var role : List.of(
                new Role("owner", access.owner()),
                new Role("ledger", access.ledger()),
                new Role("projector", access.projector()),
                new Role("identity", access.identity()))) {
            settings.add("--payqual.postgres." + role.name() + ".username="
                    + role.credentials().username());
            settings.add("--payqual.postgres." + role.name() + ".password="
                    + role.credentials().password());
        }
        return settings;
    }

    private record Role(String name, Credentials credentials) {}

    /** Who commits through a pool, and whether a commit waits for the disk. */
    private static String commits(ConfigurableApplicationContext context, String pool) {
        return JdbcClient.create(context.getBean(pool, DataSource.class))
                .sql("SELECT current_user || ' ' || current_setting('synchronous_commit')")
                .query(String.class)
                .single();
    }

    private static String longest(ConfigurableApplicationContext context, String pool) throws SQLException {
        try (Connection connection = context.getBean(pool, DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW statement_timeout")) {
            shown.next();
            return user(context.getBean(pool, DataSource.class)) + " " + connection.getNetworkTimeout() + " ms, "
                    + shown.getString(1);
        }
    }

    private static String user(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    /** Boot's own database configuration stands beside ours, as in the application. */
    @Configuration(proxyBeanMethods = false)
    @Import({PostgresConfiguration.class, LogConfiguration.class})
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Application {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
