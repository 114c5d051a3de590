/** Tests of the whole program as it runs for its users: the real database, real HTTP, nothing replaced. */
@NullMarked
package org.payqual.ops.system;

import org.jspecify.annotations.NullMarked;
