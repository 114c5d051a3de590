package org.payqual.ops.reaction;

import java.util.List;
import java.util.Optional;
import org.payqual.command.port.Identities;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Once a record is merged into another, its documents lead to that other, and both are erased together. The identity
 * store follows the ledger here, so that it never joins what the ledger keeps apart.
 */
final class JoinedIdentities implements Reaction {

    private final Identities identities;

    JoinedIdentities(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String name() {
        return "joined-identities";
    }

    @Override
    public AdvisoryLock lock() {
        return AdvisoryLock.JOINED_IDENTITIES;
    }

    @Override
    public boolean concerns(SealedEvent sealed, JdbcClient memory) {
        return sealed.name().equals("person.merged");
    }

    @Override
    public List<Errand> take(SealedEvent sealed, Event event, JdbcClient memory) {
        Merged merged = (Merged) event;
        return List.of(recorder -> {
            identities.join(sealed.streamId(), merged.into());
            return Optional.empty();
        });
    }
}
