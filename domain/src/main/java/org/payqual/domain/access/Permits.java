package org.payqual.domain.access;

import java.util.Collection;

/**
 * Checks what the present caller may do where {@link Needs} alone cannot tell.
 *
 * <p>Both checks refuse by a {@link org.payqual.domain.ledger.ProblemException} and say nothing of whether a person or
 * an institution exists.
 */
public interface Permits {

    /**
     * Makes sure that the caller may do this to all of these people.
     *
     * @param ability what is to be done
     * @param people ids of the people
     */
    void forPeople(Ability ability, Collection<String> people);

    /**
     * Makes sure that the caller may do this at an institution.
     *
     * @param ability what is to be done
     * @param institution code of the institution
     */
    void atInstitution(Ability ability, String institution);
}
