/** The event store and the bus against a real PostgreSQL. */
@NullMarked
package org.payqual.ops.store;

import org.jspecify.annotations.NullMarked;
