/** Questions in, answers out. */
@NullMarked
package org.payqual.query;

import org.jspecify.annotations.NullMarked;
