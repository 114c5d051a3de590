/** The law, the events, and what follows from them. */
@NullMarked
package org.payqual.domain;

import org.jspecify.annotations.NullMarked;
