package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.RepairEvent.Shortening;
import org.payqual.domain.rulebook.Repair.Path;

/**
 * A repair of points as the ledger now holds it.
 *
 * @param id unique within the person
 * @param path what was done
 * @param institution that approved
 * @param requested the day of the request
 * @param asked the points asked for
 * @param points those asked for while pending, those repaired once granted
 * @param decided the day of the grant or refusal; null while pending
 * @param granted the place of the grant in the order of recording; null unless granted
 * @param shortens the measures made shorter by the grant
 */
public record Repair(
        String id,
        Path path,
        String institution,
        LocalDate requested,
        int asked,
        int points,
        @Nullable LocalDate decided,
        @Nullable Long granted,
        List<Shortening> shortens) {

    /** Copies the list. */
    public Repair {
        shortens = List.copyOf(shortens);
    }

    /** Tells whether it waits for a decision, holding its place meanwhile. */
    public boolean pending() {
        return decided == null;
    }

    /** Tells whether it was granted in a calendar year, which is the one whose points it lowers. */
    public boolean grantedIn(int year) {
        return granted != null && decided != null && decided.getYear() == year;
    }

    Repair grantedBy(RepairEvent.Granted grant, long recorded) {
        return new Repair(
                id, path, institution, requested, asked, grant.points(), grant.date(), recorded, grant.shortens());
    }

    Repair refusedOn(LocalDate day) {
        return new Repair(id, path, institution, requested, asked, points, day, null, List.of());
    }
}
