/** The identity store: who stands behind a person's id, encrypted, apart from the ledger, and able to be erased. */
@NullMarked
package org.payqual.ops.identity;

import org.jspecify.annotations.NullMarked;
