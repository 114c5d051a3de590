/** Which law the ledger has adopted. */
@NullMarked
package org.payqual.query.law;

import org.jspecify.annotations.NullMarked;
