package org.payqual.projections.person;

import org.payqual.domain.person.Held;

/**
 * The end of a row that was open before.
 *
 * @param person the person's id
 * @param held what no longer is known to hold
 * @param position from which it is known no longer
 * @param <T> the kind of thing
 */
public record Closing<T>(String person, Held<T> held, long position) {}
