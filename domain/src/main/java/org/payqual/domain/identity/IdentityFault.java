package org.payqual.domain.identity;

import org.payqual.domain.ledger.Problem;

/** An identity or a text cannot be had. Says why by a kind and ids alone, never with a name, a number or a text. */
public final class IdentityFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 30;

    /** Why it cannot be had. */
    public enum Kind {
        /** The person was erased. */
        ERASED,
        /** No person has that id. */
        UNKNOWN,
        /** A key is lost or not at hand; the operator is needed. */
        KEY_MISSING,
        /** The index of documents is being rebuilt after the loss of its key; it passes. */
        INDEX_REBUILDING
    }

    private final Kind kind;

    /** Creates the fault. */
    public IdentityFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }

    /** Returns the answer for whoever asked. */
    public Problem problem() {
        return switch (kind) {
            case ERASED, UNKNOWN -> new Problem.NotFound("person", null);
            case KEY_MISSING ->
                new Problem.NotYet(
                        "identity-key-missing",
                        RETRY_AFTER_SECONDS,
                        "身份信息的密钥暂不可用",
                        "a key of the identity store is not at hand");
            case INDEX_REBUILDING ->
                new Problem.NotYet(
                        "identity-index-rebuilding",
                        RETRY_AFTER_SECONDS,
                        "证件索引正在重建",
                        "the index of documents is being rebuilt");
        };
    }
}
