/** The entrance for whole files: rosters, decisions and lists of institutions as offices keep them. */
@NullMarked
package org.payqual.command.intake;

import org.jspecify.annotations.NullMarked;
