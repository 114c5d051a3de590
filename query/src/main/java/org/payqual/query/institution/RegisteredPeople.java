package org.payqual.query.institution;

import java.util.Collection;
import java.util.Set;
import org.payqual.domain.access.PeopleOfInstitution;
import org.payqual.query.knowledge.Knowledge;

/** Tells from the registrations whose people someone is. */
public final class RegisteredPeople implements PeopleOfInstitution {

    private final Knowledge knowledge;
    private final PeopleRows rows;

    /** Creates what looks at these rows. */
    public RegisteredPeople(Knowledge knowledge, PeopleRows rows) {
        this.knowledge = knowledge;
        this.rows = rows;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.payqual.domain.ledger.ProblemException if the tables do not reflect all that is sealed in time
     */
    @Override
    public Set<String> among(String institution, Collection<String> people) {
        knowledge.asOf(null);
        return rows.ever(institution, people);
    }
}
