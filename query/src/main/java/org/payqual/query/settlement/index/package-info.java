/**
 * What settlement asks of everyone, kept in memory in a packed form and current from the log. It holds facts alone: the
 * law is asked as everywhere else.
 */
@NullMarked
package org.payqual.query.settlement.index;

import org.jspecify.annotations.NullMarked;
