/** The application that runs the other modules. */
@NullMarked
package org.payqual.ops;

import org.jspecify.annotations.NullMarked;
