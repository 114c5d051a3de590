package org.payqual.query.redress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Repair;
import org.payqual.domain.person.RepairEvent.Shortening;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.query.knowledge.KnownAt;

/**
 * A person's repairs of points (TJ-35, 37; CY-15).
 *
 * @param person the person's id
 * @param validAt the day asked about
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether an appeal of the person is open on that day
 * @param repairs in order of recording
 */
record RepairsAnswer(
        String person, LocalDate validAt, KnownAt reflects, long version, boolean objected, List<RepairShown> repairs) {

    RepairsAnswer {
        repairs = List.copyOf(repairs);
    }

    /**
     * One repair, as known in that state of the log.
     *
     * @param repair its id
     * @param path what was done
     * @param pathLabel the same in words
     * @param institution that approved
     * @param requested the day of the request
     * @param asked the points asked for
     * @param progress whether it waits, was granted or refused
     * @param progressLabel the same in words
     * @param decided the day of the decision; absent while it waits
     * @param granted the points repaired; absent unless granted
     * @param shortens the measures that end earlier by it, with the months
     */
    record RepairShown(
            String repair,
            Path path,
            Text pathLabel,
            String institution,
            LocalDate requested,
            int asked,
            Progress progress,
            Text progressLabel,
            @Nullable LocalDate decided,
            @Nullable Integer granted,
            List<Shortening> shortens) {

        RepairShown {
            shortens = List.copyOf(shortens);
        }

        static RepairShown of(Repair held) {
            Progress progress = Progress.of(held.pending(), held.granted() != null);
            return new RepairShown(
                    held.id(),
                    held.path(),
                    RedressLabels.of(held.path()),
                    held.institution(),
                    held.requested(),
                    held.asked(),
                    progress,
                    RedressLabels.of(progress),
                    held.decided(),
                    progress == Progress.GRANTED ? held.points() : null,
                    held.shortens());
        }
    }
}
