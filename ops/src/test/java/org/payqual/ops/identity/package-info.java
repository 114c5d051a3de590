@NullMarked
package org.payqual.ops.identity;

import org.jspecify.annotations.NullMarked;
