package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.SequencerState;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Health is red when the sequencer has ended, however it ended. */
class SequencerHealthTest {

    @Test
    void aSequencerEndedByTheMachineItselfIsNotTakenForOneThatSeals() {
        Sequencer sequencer = new Sequencer(new Exhausted(), new LogHead());
        sequencer.start();
        await().until(() -> sequencer.state() instanceof SequencerState.Stopped);
        assertThat(new SequencerHealth(sequencer).health().getStatus()).isEqualTo(Status.DOWN);
        sequencer.close();
    }

    /** Fails like a virtual machine that has come to its end. */
    private static final class Exhausted extends AbstractDataSource {

        @Override
        public java.sql.Connection getConnection() {
            throw new OutOfMemoryError("as if");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) {
            return getConnection();
        }
    }
}
