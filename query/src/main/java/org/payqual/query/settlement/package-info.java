/** Answers whether a service is payable (TJ-21). */
@NullMarked
package org.payqual.query.settlement;

import org.jspecify.annotations.NullMarked;
