/**
 * The law of scoring and its consequences a second time, written from the regulation alone and as plainly as can be, to
 * be held against the domain over random lives.
 */
@NullMarked
package org.payqual.domain.naive;

import org.jspecify.annotations.NullMarked;
