/** Reads tables as offices keep them: workbooks and text files, row by row. */
@NullMarked
package org.payqual.command.sheet;

import org.jspecify.annotations.NullMarked;
