@NullMarked
package org.payqual.ops.keys;

import org.jspecify.annotations.NullMarked;
