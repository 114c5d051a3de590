/** Answers about handlings. */
@NullMarked
package org.payqual.query.handling;

import org.jspecify.annotations.NullMarked;
