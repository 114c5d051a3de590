package org.payqual.command.port;

import org.payqual.domain.ledger.Actor;

/**
 * Keyed digests by which a repeated request is recognised without keeping the request. What clients call their requests
 * may hold anything, so neither it nor a plain hash of it reaches the ledger. A digest holds for one client and one
 * target.
 */
public interface Digests {

    /**
     * Digests an idempotency key.
     *
     * @param client who sent it: issuer and subject count
     * @param target what it is sent to, such as a stream's type and id
     * @param key as the client chose it
     */
    KeyedDigest ofKey(Actor client, String target, String key);

    /**
     * Digests a request's content in the form that counts as the same.
     *
     * @param client who sent it: issuer and subject count
     * @param target what it is sent to
     * @param request the content's bytes
     */
    KeyedDigest ofRequest(Actor client, String target, byte[] request);
}
