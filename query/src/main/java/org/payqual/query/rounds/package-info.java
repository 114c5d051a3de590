/**
 * Callers who wait at once are served together: with the end of the log, and with the flush of the access record. It
 * knows nothing of either.
 */
@NullMarked
package org.payqual.query.rounds;

import org.jspecify.annotations.NullMarked;
