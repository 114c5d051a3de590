/**
 * Answers about one person: where they stand, what their years came to, where they are registered, what was recorded.
 */
@NullMarked
package org.payqual.query.person;

import org.jspecify.annotations.NullMarked;
