/**
 * How a command becomes events: an order goes over the bus to the one stream it is about, which is folded from its
 * events, decides, and records; a repeated order is answered from what is recorded.
 */
@NullMarked
package org.payqual.command.dispatch;

import org.jspecify.annotations.NullMarked;
