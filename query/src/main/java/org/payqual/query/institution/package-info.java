/** Answers about the people of an institution. */
@NullMarked
package org.payqual.query.institution;

import org.jspecify.annotations.NullMarked;
