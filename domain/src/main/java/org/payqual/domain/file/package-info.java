/**
 * Files that people write and the ledger adopts: read with the place of every word, and with all their faults at once.
 */
@NullMarked
package org.payqual.domain.file;

import org.jspecify.annotations.NullMarked;
