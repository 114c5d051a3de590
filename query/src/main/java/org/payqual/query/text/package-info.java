/** Answers the texts and names that are kept apart from the ledger. */
@NullMarked
package org.payqual.query.text;

import org.jspecify.annotations.NullMarked;
