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
 * @param onBehalfOf the code of the institution or the id of the person whose paper the agency enters; absent where the
 *     caller acts for itself
 */
public record Submission(
        Actor actor,
        String key,
        @Nullable Long expectedVersion,
        String correlation,
        @Nullable String onBehalfOf) {

    /** What comes with a command of somebody who acts for themselves. */
    public Submission(Actor actor, String key, @Nullable Long expectedVersion, String correlation) {
        this(actor, key, expectedVersion, correlation, null);
    }

    /**
     * Says whose act this is. What institutions and people do themselves the agency may enter for them, from their
     * paper; the record then says both who entered it and whose it is.
     *
     * @param code the institution's code or the person's id; null where it is nobody else's
     */
    public Submission enteredFor(@Nullable String code) {
        return actor.role() == Role.AGENCY ? new Submission(actor, key, expectedVersion, correlation, code) : this;
    }

    /** Tells as which of the two authorities the caller decides: as the department, or else as the agency. */
    public Determiner authority() {
        return actor.role() == Role.DEPARTMENT ? Determiner.DEPARTMENT : Determiner.AGENCY;
    }
}
