package org.payqual.domain.calendar;

import java.time.LocalDate;

/**
 * A day that was counted to.
 *
 * @param date the day
 * @param estimated whether counting led through a year whose calendar is not adopted, where weekends alone are known
 */
public record WorkingDay(LocalDate date, boolean estimated) {}
