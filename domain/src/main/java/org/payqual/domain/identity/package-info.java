/** Who somebody is: identity documents, the form of their numbers, names, and how both are masked. */
@NullMarked
package org.payqual.domain.identity;

import org.jspecify.annotations.NullMarked;
