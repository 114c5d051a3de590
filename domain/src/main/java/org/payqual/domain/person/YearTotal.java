package org.payqual.domain.person;

/**
 * What a person's year has come to on a day (TJ-25, 31.1).
 *
 * @param year the calendar year
 * @param points in force with handling dates up to that day
 * @param keySupervision whether the person is under key supervision on that day
 */
public record YearTotal(int year, int points, boolean keySupervision) {

    /** Tells whether there is nothing to tell. */
    public boolean isBlank() {
        return points == 0 && !keySupervision;
    }
}
