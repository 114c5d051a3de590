/** What the program does of itself because of something recorded. */
@NullMarked
package org.payqual.ops.reaction;

import org.jspecify.annotations.NullMarked;
