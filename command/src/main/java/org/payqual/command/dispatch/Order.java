package org.payqual.command.dispatch;

import org.jspecify.annotations.Nullable;
import org.payqual.command.port.KeyedDigest;
import org.payqual.domain.ledger.Provenance;

/**
 * A command on its way over the bus. All that comes with it are ordinary fields.
 *
 * @param kind what is asked, as a word of the program's own that never changes
 * @param target the stream that it is about
 * @param wording the command
 * @param provenance what is stored beside the events
 * @param repeatable how a repetition is recognised; absent where the program itself acts
 * @param expectedVersion the version of the stream as the caller knows it, where the caller minds
 * @param <C> the command
 */
public record Order<C>(
        String kind,
        Target<C> target,
        Wording<C> wording,
        Provenance provenance,
        @Nullable Repeatable repeatable,
        @Nullable Long expectedVersion) {

    /**
     * The digests by which a repetition is recognised.
     *
     * @param key of the idempotency key
     * @param request of the request's content
     * @param afresh whether the digests' keys were looked up for this order, and cannot have changed before it
     */
    public record Repeatable(KeyedDigest key, KeyedDigest request, boolean afresh) {}
}
