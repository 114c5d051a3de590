/** The reactor against a real PostgreSQL, crashes and all. */
@NullMarked
package org.payqual.ops.reaction;

import org.jspecify.annotations.NullMarked;
