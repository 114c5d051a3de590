/** Reads requests strictly and dresses answers alike: JSON, dates, headers, sizes, correlation. */
@NullMarked
package org.payqual.ops.http;

import org.jspecify.annotations.NullMarked;
