package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.port.Identities;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.read.LiveConfiguration;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Callers may have taken all of their connections: what follows the log does not notice. */
class BusyReadersTest {

    private static final Identities NOBODY_IS_JOINED = (Identities) Proxy.newProxyInstance(
            Identities.class.getClassLoader(), new Class<?>[] {Identities.class}, (proxy, method, arguments) -> {
                throw new AssertionError(method);
            });

    @Test
    void tablesAndReactorsGoOnWithoutTheConnectionsOfCallers() {
        try (HandlingLedger ledger = new HandlingLedger();
                AnnotationConfigApplicationContext context = following(ledger)) {
            String handling = "C-" + UUID.randomUUID();
            ledger.decide(handling);
            HandlingLedger.recorded(ledger.score(ledger.people(1).getFirst(), handling));
            ledger.overturn(handling);
            for (String reaction : new String[] {"overturned-handlings", "reached-ratios", "joined-identities"}) {
                HandlingLedger.await(() -> ledger.jdbc
                        .sql("SELECT position + 1 = (SELECT count(*) FROM ledger.domain_event_entry)"
                                + " FROM reactor.progress WHERE reaction = ?")
                        .param(reaction)
                        .query(Boolean.class)
                        .single());
            }
            assertThat(context.getBean(LiveProcessor.class).failing()).isFalse();
            assertThat(context.getBeansOfType(Reactor.class).values())
                    .hasSize(3)
                    .noneMatch(Reactor::failing);
            Progress callers = context.getBean(Progress.class);
            assertThatThrownBy(callers::position).isInstanceOf(DataAccessException.class);
        }
    }

    /** Wires what follows a ledger as the program does, beside a pool for callers that gives no connection. */
    private static AnnotationConfigApplicationContext following(HandlingLedger ledger) {
        PostgresAccess access = ledger.access();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        HikariDataSource taken = access.readingPool();
        taken.close();
        context.registerBean(PostgresAccess.class, () -> access);
        context.registerBean("readingDataSource", HikariDataSource.class, () -> taken);
        context.registerBean("projectorDataSource", HikariDataSource.class, access::projectorPool);
        context.registerBean(
                "projectorTransactionManager",
                JdbcTransactionManager.class,
                () -> new JdbcTransactionManager(context.getBean("projectorDataSource", HikariDataSource.class)));
        context.registerBean(
                "followedLog",
                LogReader.class,
                () -> new LogReader(context.getBean("projectorDataSource", HikariDataSource.class)));
        context.registerBean(LogHead.class, () -> ledger.store.part(LogHead.class));
        context.registerBean(TokenStore.class, () -> ledger.store.part(TokenStore.class));
        context.registerBean(Recorder.class, () -> ledger.store.part(Recorder.class));
        context.registerBean(Identities.class, () -> NOBODY_IS_JOINED);
        context.register(LiveConfiguration.class, ReactionConfiguration.class);
        context.refresh();
        return context;
    }
}
