package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Labels;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.ops.identity.IdentityStore;

/** Nobody who writes to the identity store gets the connections in which callers are answered. */
class ReadersAndWritersTest {

    private final RunningPayqual payqual = RunningPayqual.shared();

    @Test
    void whoeverAsksForAWriterGetsTheOneThatMayTakeItsTime() {
        IdentityStore writing = payqual.part("identityStore", IdentityStore.class);
        assertThat(payqual.names(Identities.class)).containsExactly("identities");
        assertThat(payqual.names(Statements.class)).containsExactly("statements");
        assertThat(payqual.names(Labels.class)).containsExactly("labels");
        assertThat(payqual.part(Identities.class)).isSameAs(writing.identities());
        assertThat(payqual.part(Statements.class)).isSameAs(writing.statements());
        assertThat(payqual.part(Labels.class)).isSameAs(writing.labels());
    }

    @Test
    void whoeverOnlyReadsGetsTheOneThatDoesNotWait() {
        assertThat(payqual.part(IdentityReader.class))
                .isSameAs(payqual.part("identityReading", IdentityStore.class).readIdentities());
    }
}
