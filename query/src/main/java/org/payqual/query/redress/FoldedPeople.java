package org.payqual.query.redress;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.Jurisdiction;
import org.payqual.query.person.Disclosure;
import org.payqual.query.person.PersonKnown;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.settlement.Folded;
import org.springframework.stereotype.Component;

/** People for answers that only the fold of their history gives; each reading goes on record. */
@Component
final class FoldedPeople {

    private final PersonLookup people;
    private final Folded folded;
    private final Disclosure disclosure;

    FoldedPeople(PersonLookup people, Folded folded, Disclosure disclosure) {
        this.people = people;
        this.folded = folded;
        this.disclosure = disclosure;
    }

    /**
     * Folds a person as known at the time that a question asks about, and puts the reading on record.
     *
     * @param validAt the day that goes on record; null where the question names none
     * @throws ProblemException if the person is unknown at that time, or their history cannot be followed up to it
     */
    PersonFolded told(
            String person,
            @Nullable String asOf,
            @Nullable LocalDate validAt,
            Actor actor,
            HttpServletResponse response) {
        PersonKnown known = people.followed(person, asOf);
        PersonFolded told = new PersonFolded(known, folded.person(known.id(), known.position()));
        disclosure.of(Ability.READ_HISTORY, actor, known, validAt, response);
        return told;
    }

    /** Returns which law and which authorities were known in the same state of the log. */
    Jurisdiction jurisdiction(PersonFolded told) {
        return new JurisdictionThen(folded, told.known().position());
    }
}
