/** One natural person: what they may be recorded to have done, what follows from it, and where they stand. */
@NullMarked
package org.payqual.domain.person;

import org.jspecify.annotations.NullMarked;
