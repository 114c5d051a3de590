/** The one processor that keeps all live tables: it reads the log in order and moves rows and position together. */
@NullMarked
package org.payqual.projections.live;

import org.jspecify.annotations.NullMarked;
