/** Working days: the calendars of holidays and make-up days as published for each year, and counting by them. */
@NullMarked
package org.payqual.domain.calendar;

import org.jspecify.annotations.NullMarked;
