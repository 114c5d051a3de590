/** What every stream of the ledger shares: events, provisions, refusals, actors and the written form of events. */
@NullMarked
package org.payqual.domain.ledger;

import org.jspecify.annotations.NullMarked;
