/** Contracted institutions, as far as scoring and registration look at them. */
@NullMarked
package org.payqual.domain.institution;

import org.jspecify.annotations.NullMarked;
