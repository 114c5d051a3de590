package org.payqual.domain.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the ability that a handler of requests needs. A handler without it is closed to everyone.
 *
 * <p>Where a role has the ability for its own people, its own institution or itself only, whom a request is about must
 * show in one of these places, and is checked before the handler runs: a path variable {@code person}, a path variable
 * {@code institution}, or a body that is {@link AtInstitution}. What cannot show there, such as a list of people, the
 * handler checks by {@link Permits}. A body that says who said something is {@link InOwnName}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** The one ability needed. */
    Ability value();

    /** Whether the handler itself checks by {@link Permits} whom the request is about. */
    boolean permitsInside() default false;
}
