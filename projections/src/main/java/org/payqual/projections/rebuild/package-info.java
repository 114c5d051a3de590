/**
 * Making all rows anew from the log, beside those that serve, and putting them in their place.
 *
 * <p>First whole streams are loaded, one after the other, so that every row is written once and complete; then indexes
 * are made; then events follow in log order until the tables stand where the live ones do; then they take their names.
 * All of it goes on where it was left.
 */
@NullMarked
package org.payqual.projections.rebuild;

import org.jspecify.annotations.NullMarked;
