package org.payqual.query.settlement;

import org.payqual.domain.person.Settlement;

/** The answer to one line. */
public enum LineVerdict {
    /** The service is payable. */
    PAYABLE,
    /** It is not. */
    NOT_PAYABLE,
    /** It is payable only because it is an emergency, a rescue or another special case. */
    PAYABLE_AS_EXCEPTION,
    /** Nobody has that code or id. */
    PERSON_UNKNOWN,
    /** There is no such institution. */
    INSTITUTION_UNKNOWN;

    static LineVerdict of(Settlement.Answer answer) {
        return switch (answer) {
            case PAYABLE -> PAYABLE;
            case NOT_PAYABLE -> NOT_PAYABLE;
            case PAYABLE_AS_EXCEPTION -> PAYABLE_AS_EXCEPTION;
        };
    }
}
