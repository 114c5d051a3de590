/** What callers get for a command that is recorded. */
@NullMarked
package org.payqual.command.answer;

import org.jspecify.annotations.NullMarked;
