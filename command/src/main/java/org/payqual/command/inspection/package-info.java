/** The entrance for what is recorded of inspections. */
@NullMarked
package org.payqual.command.inspection;

import org.jspecify.annotations.NullMarked;
