package org.payqual.query.redress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.Restoration;
import org.payqual.query.knowledge.KnownAt;

/**
 * A person's restorations after suspensions and terminations (TJ-36; CY-13, 14).
 *
 * @param person the person's id
 * @param validAt the day asked about
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether an appeal of the person is open on that day
 * @param restorations in order of recording
 */
record RestorationsAnswer(
        String person,
        LocalDate validAt,
        KnownAt reflects,
        long version,
        boolean objected,
        List<RestorationShown> restorations) {

    RestorationsAnswer {
        restorations = List.copyOf(restorations);
    }

    /**
     * One restoration, as known in that state of the log.
     *
     * @param restoration its id
     * @param institution through which; absent where the person asked directly
     * @param requested the day of the request
     * @param preReviewed whether the district's review passed; absent where there was none
     * @param latest the day of its latest step
     * @param progress whether it waits, was granted or refused
     * @param progressLabel the same in words
     * @param decided the day of the decision; absent while it waits
     * @param effective from which day it lifts the measures, as these now stand; absent unless granted
     * @param lifts the notices whose measures it lifts; empty unless granted
     */
    record RestorationShown(
            String restoration,
            @Nullable String institution,
            LocalDate requested,
            @Nullable Boolean preReviewed,
            LocalDate latest,
            Progress progress,
            Text progressLabel,
            @Nullable LocalDate decided,
            @Nullable LocalDate effective,
            List<String> lifts) {

        RestorationShown {
            lifts = List.copyOf(lifts);
        }

        static RestorationShown of(Restoration held, Person person) {
            Progress progress = Progress.of(held.pending(), !held.lifts().isEmpty());
            return new RestorationShown(
                    held.id(),
                    held.institution(),
                    held.requested(),
                    held.reviewed(),
                    held.reached(),
                    progress,
                    RedressLabels.of(progress),
                    held.decided(),
                    person.effective(held).orElse(null),
                    held.lifts());
        }
    }
}
