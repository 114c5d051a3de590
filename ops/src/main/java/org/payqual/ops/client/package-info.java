/** What commands at a terminal use to ask a running payqual, as anyone may with a token. */
@NullMarked
package org.payqual.ops.client;

import org.jspecify.annotations.NullMarked;
