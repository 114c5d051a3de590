package org.payqual.domain.access;

import java.util.Collection;
import java.util.Set;

/** Tells whose people someone is: an institution sees those who are or ever were registered there, and nobody else. */
public interface PeopleOfInstitution {

    /**
     * Picks out those who are or were registered at an institution, as far as is known when asked: everything sealed
     * before the call counts, so that who registers someone can read them at once.
     *
     * @param institution code of the institution
     * @param people ids of people, known or not
     * @return the ids among them that belong to the institution
     */
    Set<String> among(String institution, Collection<String> people);
}
