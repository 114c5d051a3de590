/** Decisions against institutions or licences on which scoring rests (TJ-24). */
@NullMarked
package org.payqual.domain.handling;

import org.jspecify.annotations.NullMarked;
