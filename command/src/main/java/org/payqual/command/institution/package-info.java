/** The entrance for what is recorded of institutions. */
@NullMarked
package org.payqual.command.institution;

import org.jspecify.annotations.NullMarked;
