package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.rulebook.Duty;

/**
 * What plays scenarios: it takes what is entered, decides it, and answers questions. Everything it is told could as
 * well be written in a letter: codes, dates and terms of the field, no object of the program.
 */
public interface Engine {

    /**
     * Opens a world for one scenario, in which nothing but these institutions and people is known.
     *
     * @param institutions that take part
     * @param people who take part, by the names that the scenario gives them
     */
    World open(List<Premises> institutions, List<String> people);

    /**
     * A world in which one scenario is played. What has been recorded in it has a place, counted up with everything
     * that is recorded; every question can be asked as of an earlier place.
     */
    interface World {

        /** Returns the place up to which the world has recorded. */
        long recorded();

        /** Enters something, which is recorded or refused. */
        Reply enter(Entry entry);

        /** Tells where a person stands on a date, as known at a place. */
        Stand standing(String person, LocalDate date, long known);

        /** Tells whether a service of a person at an institution on a date is payable, as known at a place. */
        Pay payable(String person, String institution, LocalDate date, boolean emergency, long known);

        /** Counts an institution's people of a year up to a date, and those under a measure, as known at a place. */
        Ratio ratio(String institution, int year, LocalDate date, long known);

        /** Tells on which days a duty about a person is due, as known at a place. */
        List<LocalDate> due(String person, Duty duty, LocalDate date, long known);
    }
}
