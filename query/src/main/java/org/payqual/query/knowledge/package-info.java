/** What was known when: from what a caller asks to the log position that an answer reflects. */
@NullMarked
package org.payqual.query.knowledge;

import org.jspecify.annotations.NullMarked;
