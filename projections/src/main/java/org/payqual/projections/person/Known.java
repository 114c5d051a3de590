package org.payqual.projections.person;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.Held;

/**
 * A row: something that holds of a person over a span of days, as known over a span of positions.
 *
 * @param person the person's id
 * @param held what holds, and when
 * @param from the position from which it is known
 * @param until the position from which it is known no longer; null while it still is
 * @param <T> the kind of thing
 */
public record Known<T>(
        String person, Held<T> held, long from, @Nullable Long until) {}
