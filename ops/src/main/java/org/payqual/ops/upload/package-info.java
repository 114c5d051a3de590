/** Hands files in at a running payqual, as anyone may with a token. */
@NullMarked
package org.payqual.ops.upload;

import org.jspecify.annotations.NullMarked;
