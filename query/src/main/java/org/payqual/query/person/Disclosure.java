package org.payqual.query.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Reading;
import org.payqual.domain.ledger.Actor;
import org.springframework.http.HttpHeaders;

/** The last step before an answer about one person is given: it goes on record and gets its tag. */
public final class Disclosure {

    private final AccessRecord record;

    /** Creates disclosures to be written to this record. */
    public Disclosure(AccessRecord record) {
        this.record = record;
    }

    /**
     * Puts the reading on record and tags the answer with the version of the person's stream, to be sent back as
     * {@code If-Match} with a command. The tag is set past the framework, which would take it for the identity of the
     * answer and tell a caller that nothing changed when only the day did.
     */
    public void of(
            Ability ability,
            Actor actor,
            PersonKnown person,
            @Nullable LocalDate validAt,
            HttpServletResponse response) {
        record.write(new Reading(
                actor, ability, List.of(person.id()), validAt, person.position(), Reading.Outcome.ANSWERED));
        response.setHeader(HttpHeaders.ETAG, "\"" + person.version() + "\"");
    }
}
