/** What the program says and assumes at its start. */
@NullMarked
package org.payqual.ops.start;

import org.jspecify.annotations.NullMarked;
