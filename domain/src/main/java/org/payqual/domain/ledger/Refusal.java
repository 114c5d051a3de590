package org.payqual.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Why a command is refused: a value, not an exception. The texts name codes, dates and figures only.
 *
 * @param kind what sort of fault it is
 * @param code a stable word for programs, such as {@code no-commitment}
 * @param provision on which the refusal rests; absent where no rule of law is at stake, as with an unknown id
 * @param field the field of the command that is at fault, where one is
 * @param zh the reason in Chinese
 * @param en the same in English
 */
public record Refusal(
        Kind kind,
        String code,
        @Nullable Provision provision,
        @Nullable String field,
        String zh,
        String en) {

    /** The sorts of faults that a caller treats differently. */
    public enum Kind {
        /** A rule of law forbids it. */
        UNLAWFUL,
        /** Something that the command names is not in the ledger. */
        UNKNOWN,
        /** It cannot follow what is already recorded. */
        CONFLICT
    }
}
