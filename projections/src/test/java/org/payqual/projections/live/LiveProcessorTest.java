package org.payqual.projections.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The processor says that it fails whatever it fails by, and goes on trying. */
class LiveProcessorTest {

    @Test
    void whatTheMachineItselfThrowsIsSaidAndTriedAgain() throws InterruptedException {
        Exhausted tables = new Exhausted();
        try (LiveProcessor processor = new LiveProcessor(
                token -> {
                    throw new AssertionError("nothing is read");
                },
                build -> {
                    throw new AssertionError("nothing is written");
                },
                new Progress(JdbcClient.create(tables)),
                new InMemoryTokenStore(),
                NoTransactionManager.instance(),
                1)) {
            processor.start();
            assertThat(tables.asked.await(20, TimeUnit.SECONDS))
                    .as("tried again and again")
                    .isTrue();
            assertThat(processor.failing()).isTrue();
        }
    }

    /** Fails like a virtual machine that has come to its end. */
    private static final class Exhausted extends AbstractDataSource {

        private final CountDownLatch asked = new CountDownLatch(3);

        @Override
        public Connection getConnection() {
            asked.countDown();
            throw new OutOfMemoryError("as if");
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }
    }
}
