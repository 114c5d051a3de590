package org.payqual.query.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.query.knowledge.KnownAt;

/**
 * A handling, and how many scores rest on it. Once it is overturned and as many scores have fallen as were recorded,
 * all that had to follow has followed.
 *
 * @param id its id
 * @param reflects the state of the log
 * @param version the sequence number of the last event of the handling that the answer reflects
 * @param inspection from which it came
 * @param institution against which it was made
 * @param kind penalty, agreement handling, circular or sanction (TJ-24)
 * @param date on which it was made
 * @param articles of the supervision regulation that it applied, if it is a penalty
 * @param manners of it, if it is one under the agreement (TJ-26.1)
 * @param madeBy the code of the department or agency that made it, to which appeals go (TJ-34.3); absent where that is
 *     not known
 * @param overturned on which it was overturned, where it was
 * @param scores that rest on it
 */
record HandlingAnswer(
        String id,
        KnownAt reflects,
        long version,
        String inspection,
        String institution,
        HandlingKind kind,
        LocalDate date,
        List<Integer> articles,
        List<HandlingManner> manners,
        @Nullable String madeBy,
        @Nullable LocalDate overturned,
        Scores scores) {

    HandlingAnswer {
        articles = List.copyOf(articles);
        manners = List.copyOf(manners);
    }

    /**
     * How many scores rest on it; a person may have several.
     *
     * @param recorded all that were ever recorded
     * @param fallen those of them that fell, with the handling or by other means (TJ-34.4)
     */
    record Scores(long recorded, long fallen) {}
}
