package org.payqual.ops.access;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;

/**
 * Who makes the present request, as their token says.
 *
 * @param actor as whom commands are recorded
 * @param person the caller's own id as a person, for callers in that role
 */
record Caller(Actor actor, @Nullable String person) {}
