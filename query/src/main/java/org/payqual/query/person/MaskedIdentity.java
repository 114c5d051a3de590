package org.payqual.query.person;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.Mask;

/**
 * Who a person is, as far as it helps to recognise them.
 *
 * @param state whether the identity is kept, erased, or cannot be read
 * @param name masked, where it is kept
 * @param documentType the kind of document, where it is kept
 * @param document its number, masked, where it is kept
 */
public record MaskedIdentity(
        State state,
        @Nullable String name,
        @Nullable DocumentType documentType,
        @Nullable String document) {

    /** Whether there is an identity to show. */
    public enum State {
        /** It is kept. */
        KNOWN,
        /** The key that could read it was destroyed on purpose. */
        ERASED,
        /** The key that could read it is lost, or nothing was ever kept. */
        UNREADABLE
    }

    /** Masks an identity. */
    static MaskedIdentity of(Identity identity) {
        return switch (identity) {
            case Identity.Known known ->
                new MaskedIdentity(
                        State.KNOWN, Mask.of(known.name()), known.document().type(), Mask.of(known.document()));
            case Identity.Erased erased -> new MaskedIdentity(State.ERASED, null, null, null);
            case Identity.Unreadable unreadable -> new MaskedIdentity(State.UNREADABLE, null, null, null);
            case Identity.Unknown unknown -> new MaskedIdentity(State.UNREADABLE, null, null, null);
        };
    }
}
