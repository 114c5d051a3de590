package org.payqual.query.institution;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.MaskedIdentity;
import org.payqual.query.person.RegistrationShown;
import org.payqual.query.person.StandingShown;

/**
 * Who is registered at an institution on a day.
 *
 * @param institution code of the institution
 * @param validAt the day
 * @param reflects the state of the log
 * @param people of this page, by id
 * @param stopped ids of people registered there of whom nothing can be said because their history cannot be followed
 * @param next the cursor of the next page; absent on the last
 */
record PeopleAnswer(
        String institution,
        LocalDate validAt,
        KnownAt reflects,
        List<Member> people,
        List<String> stopped,
        @Nullable String next) {

    PeopleAnswer {
        people = List.copyOf(people);
        stopped = List.copyOf(stopped);
    }

    /**
     * Someone registered there.
     *
     * @param person the person's id
     * @param registration there
     * @param standing on that day
     * @param identity who they are, masked; only where asked for
     */
    record Member(
            String person,
            RegistrationShown registration,
            StandingShown standing,
            @Nullable MaskedIdentity identity) {}
}
