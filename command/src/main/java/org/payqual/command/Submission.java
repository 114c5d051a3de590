package org.payqual.command;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.Determiner;

/**
 * What comes with every command besides its content. A handler of requests takes one as an argument; requests without a
 * usable {@code Idempotency-Key}, or with an {@code If-Match} that is no version, never reach it.
 *
 * @param actor who submits the command
 * @param key the caller's idempotency key, 1 to 200 visible ASCII characters; only its digest may be recorded
 * @param expectedVersion the sequence of the stream's last event as the caller knows it, 0 or greater; absent where the
 *     caller does not mind
 * @param correlation this request's own random id, for logs and metadata
 */
public record Submission(Actor actor, String key, @Nullable Long expectedVersion, String correlation) {

    /** Tells as which of the two authorities the caller decides: as the department, or else as the agency. */
    public Determiner authority() {
        return actor.role() == Role.DEPARTMENT ? Determiner.DEPARTMENT : Determiner.AGENCY;
    }
}
