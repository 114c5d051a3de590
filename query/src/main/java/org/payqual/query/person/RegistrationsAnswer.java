package org.payqual.query.person;

import java.time.LocalDate;
import java.util.List;
import org.payqual.query.knowledge.KnownAt;

/**
 * Where a person is registered on a day.
 *
 * @param person the person's id
 * @param validAt the day
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether an appeal of the person is open on that day
 * @param registrations that hold on that day, in order of recording
 */
record RegistrationsAnswer(
        String person,
        LocalDate validAt,
        KnownAt reflects,
        long version,
        boolean objected,
        List<RegistrationShown> registrations) {

    RegistrationsAnswer {
        registrations = List.copyOf(registrations);
    }
}
