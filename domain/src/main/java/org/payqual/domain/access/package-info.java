/**
 * Who may do what, in words that every module shares; the table itself and its enforcement stand with the application.
 */
@NullMarked
package org.payqual.domain.access;

import org.jspecify.annotations.NullMarked;
