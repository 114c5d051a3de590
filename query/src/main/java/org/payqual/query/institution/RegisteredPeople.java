package org.payqual.query.institution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.payqual.domain.access.PeopleOfInstitution;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.person.PersonRows;

/** Tells from the registrations whose people someone is; of a merged record, from those of the one that goes on. */
public final class RegisteredPeople implements PeopleOfInstitution {

    private final Knowledge knowledge;
    private final PeopleRows rows;
    private final PersonRows records;

    /** Creates what looks at these rows. */
    public RegisteredPeople(Knowledge knowledge, PeopleRows rows, PersonRows records) {
        this.knowledge = knowledge;
        this.rows = rows;
        this.records = records;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.payqual.domain.ledger.ProblemException if the tables do not reflect all that is sealed in time
     */
    @Override
    public Set<String> among(String institution, Collection<String> people) {
        long position = knowledge.asOf(null).position();
        Set<String> own = rows.ever(institution, people);
        Map<String, String> merged = new HashMap<>();
        people.stream()
                .filter(it -> !own.contains(it) && PersonLookup.isId(it))
                .forEach(it -> records.survivor(it, position)
                        .filter(survivor -> !survivor.equals(it))
                        .ifPresent(survivor -> merged.put(it, survivor)));
        Set<String> survivors = merged.isEmpty() ? Set.of() : rows.ever(institution, merged.values());
        merged.forEach((record, survivor) -> {
            if (survivors.contains(survivor)) {
                own.add(record);
            }
        });
        return own;
    }
}
