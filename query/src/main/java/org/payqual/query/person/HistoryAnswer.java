package org.payqual.query.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Role;
import org.payqual.query.knowledge.KnownAt;
import tools.jackson.databind.JsonNode;

/**
 * What was recorded of a person, in order of recording.
 *
 * @param person the person's id
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param mergedInto the id of the record in which the person goes on; absent where this one is not merged into another
 * @param objected whether an appeal of the person is open on the day asked about, or today; absent where the history
 *     cannot be followed
 * @param events of this page
 * @param next the cursor of the next page; absent on the last
 * @param stoppedAt the log position of the event from which on the history cannot be followed; absent where all can
 */
record HistoryAnswer(
        String person,
        KnownAt reflects,
        long version,
        @Nullable String mergedInto,
        @Nullable Boolean objected,
        List<Entry> events,
        @Nullable String next,
        @Nullable Long stoppedAt) {

    HistoryAnswer {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param position in the log
     * @param recordedAt when it was sealed there
     * @param sequence its number in the person's stream, from 0
     * @param event its registered name
     * @param label what people call it
     * @param effective the day on which it took effect; absent where it has none or cannot be read
     * @param provisions on which it rests
     * @param by who had it recorded; absent where the ledger does not say
     * @param fact what it says; absent where this build cannot read it
     * @param correctedBy the number of the event by which it is known to be a clerk's error; absent where it stands
     */
    record Entry(
            long position,
            Instant recordedAt,
            long sequence,
            String event,
            Text label,
            @Nullable LocalDate effective,
            List<String> provisions,
            @Nullable By by,
            @Nullable JsonNode fact,
            @Nullable Long correctedBy) {

        Entry {
            provisions = List.copyOf(provisions);
        }

        Entry correctedBy(long correction) {
            return new Entry(position, recordedAt, sequence, event, label, effective, provisions, by, fact, correction);
        }
    }

    /**
     * Who had something recorded.
     *
     * @param role in which they acted; absent where the program itself acted
     * @param organisation for which they acted
     * @param onBehalfOf the institution's code or the person's id, where they entered what that one did
     */
    record By(
            @Nullable Role role,
            @Nullable String organisation,
            @Nullable String onBehalfOf) {}
}
