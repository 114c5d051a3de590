/** Commands in, events out. */
@NullMarked
package org.payqual.command;

import org.jspecify.annotations.NullMarked;
