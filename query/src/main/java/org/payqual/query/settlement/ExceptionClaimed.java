package org.payqual.query.settlement;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.SpecialCase;

/** What a service is said to be beyond the ordinary, in the words of requests (TJ-21.2). */
public enum ExceptionClaimed {
    /** Nothing. */
    NONE,
    /** An emergency or a rescue. */
    EMERGENCY,
    /** Another special case; the agency's reason goes with it. */
    OTHER;

    /** Tells what is claimed, with or without a reason. */
    SpecialCase with(@Nullable String reason) {
        return switch (this) {
            case NONE -> SpecialCase.NONE;
            case EMERGENCY -> SpecialCase.EMERGENCY;
            case OTHER -> reason == null ? SpecialCase.OTHER_WITHOUT_REASON : SpecialCase.OTHER_WITH_REASON;
        };
    }
}
