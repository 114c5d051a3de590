/**
 * The law as data: rulebooks, each one instrument from one effective date on, typed and cited; their reader; and the
 * choice of the one that governs.
 */
@NullMarked
package org.payqual.domain.rulebook;

import org.jspecify.annotations.NullMarked;
