/** The keys of the identity store and of what is signed: where they lie, which are in use, how they change. */
@NullMarked
package org.payqual.ops.keys;

import org.jspecify.annotations.NullMarked;
