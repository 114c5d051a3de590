/** The entrance for what is recorded of handlings. */
@NullMarked
package org.payqual.command.handling;

import org.jspecify.annotations.NullMarked;
