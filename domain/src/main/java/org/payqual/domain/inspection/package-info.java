/** Supervisions and inspections, from which handlings come (TJ-25). */
@NullMarked
package org.payqual.domain.inspection;

import org.jspecify.annotations.NullMarked;
