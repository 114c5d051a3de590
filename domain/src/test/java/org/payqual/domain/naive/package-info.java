/**
 * The law a second time, written from the regulation alone and as plainly as can be, to be held against the domain over
 * random lives: scoring and its consequences, appeals, repairs, restorations and registrations, and what is asked of
 * any day.
 */
@NullMarked
package org.payqual.domain.naive;

import org.jspecify.annotations.NullMarked;
