/** A little API of its own, to try access and the reading of requests by real HTTP. */
@NullMarked
package org.payqual.ops.probe;

import org.jspecify.annotations.NullMarked;
