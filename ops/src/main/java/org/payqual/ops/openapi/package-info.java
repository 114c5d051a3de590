/** Describes the API to programs and to those who write them. */
@NullMarked
package org.payqual.ops.openapi;

import org.jspecify.annotations.NullMarked;
