package org.payqual.query.redress;

import java.time.LocalDate;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.Redress;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.PersonKnown;

/**
 * A person of whom an answer is given, with all that the log tells of them.
 *
 * @param known which record it is, in which state of the log
 * @param person as folded up to that state
 */
record PersonFolded(PersonKnown known, Person person) {

    String id() {
        return known.id();
    }

    KnownAt reflects() {
        return known.reflects();
    }

    long version() {
        return known.version();
    }

    Redress redress() {
        return person.redress();
    }

    boolean objectedOn(LocalDate day) {
        return redress().objectedOn(day);
    }
}
