package org.payqual.query.knowledge;

import java.time.Instant;

/**
 * The state of the log that an answer reflects. Whoever asks again with {@code asOf} of this position gets the same.
 *
 * @param position the last log position that counts
 * @param sealedAt when that position was sealed
 */
public record KnownAt(long position, Instant sealedAt) {}
