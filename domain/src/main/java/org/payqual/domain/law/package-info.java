/** The law in the ledger: the rulebooks and calendars adopted, and their adoption. */
@NullMarked
package org.payqual.domain.law;

import org.jspecify.annotations.NullMarked;
