/** The sample's own issuer of tokens: for trying the program on invented data, on this machine alone. */
@NullMarked
package org.payqual.ops.access.sample;

import org.jspecify.annotations.NullMarked;
