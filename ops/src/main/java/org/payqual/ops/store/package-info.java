/**
 * The event store and the command bus: Axon's routing, locking and append over our own table, written by our own codec.
 * Every part is named here; Axon decides nothing by itself.
 */
@NullMarked
package org.payqual.ops.store;

import org.jspecify.annotations.NullMarked;
