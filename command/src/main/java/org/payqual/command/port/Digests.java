package org.payqual.command.port;

/**
 * Keyed digests by which a repeated request is recognised without keeping the request. What clients call their requests
 * may hold anything, so neither it nor a plain hash of it reaches the ledger. A digest holds for one client and one
 * target.
 */
public interface Digests {

    /**
     * Returns digests under the keys in use, as seen at most a second ago, for all that belongs to one request. A
     * recorded digest that they are {@linkplain KeyedDigest#isBefore before} says that a key was changed meanwhile.
     */
    default Digests now() {
        return this;
    }

    /** Returns digests under the keys in use at this moment. */
    default Digests afresh() {
        return this;
    }

    /**
     * Digests an idempotency key.
     *
     * @param issuer who vouches for the client
     * @param subject the client that sent it
     * @param target what it is sent to, such as a stream's type and id
     * @param key as the client chose it
     */
    KeyedDigest ofKey(String issuer, String subject, String target, String key);

    /**
     * Digests a request's content in the form that counts as the same.
     *
     * @param issuer who vouches for the client
     * @param subject the client that sent it
     * @param target what it is sent to
     * @param request the content's bytes
     */
    KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request);
}
