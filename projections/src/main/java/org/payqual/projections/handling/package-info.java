/** Which scores rest on which handling, as the log tells it in its order. */
@NullMarked
package org.payqual.projections.handling;

import org.jspecify.annotations.NullMarked;
