package org.payqual.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a date in a request's body lie before the ledger's first day, 2024-01-01: the acts that a finding is about may
 * have begun years earlier.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Earliest {

    /** The first date accepted, as {@code YYYY-MM-DD}. */
    String value();
}
