package org.payqual.domain.person;

import java.util.Optional;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.rulebook.Rulebook;

/** What a decision about a person may look at besides that person: facts of other streams and the law adopted. */
public interface Facts extends Jurisdiction {

    /** Returns a handling by its id. */
    Optional<Handling> handling(String id);

    /** Returns an adopted rulebook by its id. */
    Optional<Rulebook> rulebook(String id);

    /** Returns another person by the id of their record. */
    Optional<Person> person(String id);
}
