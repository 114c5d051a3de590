/**
 * The log: every event at its one position, sealed by a leaf.
 *
 * <p>Events become visible in another order than they were numbered. {@link org.payqual.projections.log.Sequencer}
 * turns that into positions without gaps, given once; everything else reads by position.
 */
@NullMarked
package org.payqual.projections.log;

import org.jspecify.annotations.NullMarked;
