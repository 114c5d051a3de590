/** Events in, rows out. */
@NullMarked
package org.payqual.projections;

import org.jspecify.annotations.NullMarked;
