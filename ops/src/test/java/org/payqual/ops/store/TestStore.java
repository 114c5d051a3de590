package org.payqual.ops.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Digests;
import org.payqual.command.port.KeyedDigest;
import org.payqual.command.port.Sealing;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.leaf.Digest;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.measure.AppendMeter;
import org.payqual.ops.measure.CommandMeters;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.postgres.SequencedSealing;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedPositions;
import org.payqual.projections.log.Sequencer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One program over a database: the store as it is wired, with digests and texts in memory. */
public final class TestStore implements AutoCloseable {

    public static final Actor CLERK = new Actor("https://issuer.example", "clerk-7", Role.AGENCY, "A120101");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts a program. */
    public TestStore(TestPostgres.Database database) {
        this(database, it -> it, Map.of());
    }

    /** Starts a program with connections that a test tampers with, and settings. */
    public TestStore(TestPostgres.Database database, UnaryOperator<DataSource> tampered, Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(PostgresAccess.class, database::access);
        context.registerBean(
                "pool", HikariDataSource.class, () -> database.access().ledgerPool());
        context.registerBean(
                "ledgerDataSource", DataSource.class, () -> tampered.apply(context.getBean("pool", DataSource.class)));
        context.registerBean(
                "projectorDataSource",
                HikariDataSource.class,
                () -> database.access().projectorPool());
        context.register(StoreConfiguration.class, Surroundings.class);
        context.refresh();
    }

    // Registered by hand alone: as an annotated class the scan of the whole program would find it.
    static class Surroundings {

        private final MeterRegistry meters = new SimpleMeterRegistry();

        @Bean
        CommandMeters commandMeters() {
            return new CommandMeters(meters);
        }

        @Bean
        AppendMeter appendMeter() {
            return new AppendMeter(meters);
        }

        @Bean
        LogHead logHead() {
            return new LogHead();
        }

        @Bean(initMethod = "start")
        Sequencer sequencer(PostgresAccess access, LogHead head) {
            return new Sequencer(access.ledgerSessions(), head);
        }

        @Bean
        Sealing sealing(
                Sequencer sequencer, LogHead head, @Qualifier("projectorDataSource") HikariDataSource projector) {
            SealedPositions positions = new SealedPositions(head, new LogReader(projector), sequencer::sealsHere);
            return new SequencedSealing(sequencer, positions, Duration.ofSeconds(10), () -> {});
        }

        @Bean
        Digests digests() {
            return new Digests() {
                @Override
                public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
                    return digest(subject + "|" + target + "|" + key);
                }

                @Override
                public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
                    return digest(target + "|" + new String(request, StandardCharsets.UTF_8));
                }
            };
        }

        @Bean
        Statements statements() {
            return new Statements() {
                @Override
                public String digestOf(StreamType stream, String id, String text) {
                    return digest(text).current().substring(2);
                }

                @Override
                public Statement read(StreamType stream, String id, String digest) {
                    return new Statement.Unknown();
                }
            };
        }

        private static KeyedDigest digest(String text) {
            return new KeyedDigest("1." + Digest.of(text.getBytes(StandardCharsets.UTF_8)), List.of());
        }
    }

    /** Gives a part of the program. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Gives what records. */
    public Recorder recorder() {
        return part(Recorder.class);
    }

    AdoptedLaw law() {
        return part(AdoptedLaw.class);
    }

    /** Asks the database as the ledger's role. */
    public JdbcClient jdbc() {
        return JdbcClient.create(context.getBean("pool", DataSource.class));
    }

    /** Submits a command of the clerk. */
    public <C> Outcome submit(Target<C> target, String key, C command) {
        return recorder().submit(target, "op", command, submission(key), digest -> command);
    }

    static Submission submission(String key) {
        return new Submission(CLERK, key, null, "7d2a4f36-8f0c-4a51-b1f5-2b9e0c6d8a70");
    }

    @Override
    public void close() {
        context.close();
    }
}
