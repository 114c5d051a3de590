/**
 * The leaf: the bytes that stand for one recorded event in the transparency log, and their hash.
 *
 * <p>This package uses the JDK alone, so that an auditor can take it out and read it in one sitting. Nothing in it may
 * change for a ledger of format 1; a new encoding is a new version byte beside this one.
 */
@NullMarked
package org.payqual.domain.leaf;

import org.jspecify.annotations.NullMarked;
