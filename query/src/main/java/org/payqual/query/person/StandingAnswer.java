package org.payqual.query.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.query.knowledge.KnownAt;

/**
 * Where a person stands on a day.
 *
 * @param person the person's id
 * @param validAt the day
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param standing on that day
 * @param since the first day on which they stood so; absent where they always did
 * @param identity who they are, masked; only where asked for
 */
record StandingAnswer(
        String person,
        LocalDate validAt,
        KnownAt reflects,
        long version,
        StandingShown standing,
        @Nullable LocalDate since,
        @Nullable MaskedIdentity identity) {}
