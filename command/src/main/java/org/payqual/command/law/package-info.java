/** The entrance for the law that a ledger adopts. */
@NullMarked
package org.payqual.command.law;

import org.jspecify.annotations.NullMarked;
