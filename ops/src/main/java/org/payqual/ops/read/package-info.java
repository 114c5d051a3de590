/** Keeps the read models up to date and puts together what answers from them. */
@NullMarked
package org.payqual.ops.read;

import org.jspecify.annotations.NullMarked;
