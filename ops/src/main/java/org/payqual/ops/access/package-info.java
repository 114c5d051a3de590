/** Lets in who may come in, lets them do what they may, and writes down who read what of whom. */
@NullMarked
package org.payqual.ops.access;

import org.jspecify.annotations.NullMarked;
