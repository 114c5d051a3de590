/** The command line: one class for each command. */
@NullMarked
package org.payqual.ops.cli;

import org.jspecify.annotations.NullMarked;
