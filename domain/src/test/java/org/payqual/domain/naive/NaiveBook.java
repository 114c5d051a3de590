package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.naive.Happening.Found;

/**
 * What the list of happenings comes to, gone through from the beginning each time it is asked. Nothing in it outlives
 * the question.
 */
final class NaiveBook {

    /** A notice with what became of it. */
    static final class Slip {
        final int place;
        final Happening.Noticed noticed;
        List<Found> found;

        @Nullable
        LocalDate fell;

        boolean supervised;
        /** In months; 0 where it brings no measure. */
        int months;

        boolean terminates;
        String provision = "";
        LocalDate until;
        /** The day of the repair that shortened the measure. */
        @Nullable
        LocalDate shortened;
        /** Since when, in the order of the list, it may be appealed again because its precedent fell; 0 if never. */
        int reopened;

        Slip(int place, Happening.Noticed noticed) {
            this.place = place;
            this.noticed = noticed;
            this.found = noticed.found();
            this.until = noticed.starts();
        }

        boolean stands() {
            return fell == null;
        }

        boolean measured() {
            return months > 0;
        }

        LocalDate from() {
            return noticed.starts();
        }

        int year() {
            return noticed.day().getYear();
        }

        boolean runsOn(LocalDate day) {
            return measured() && !from().isAfter(day) && until.isAfter(day);
        }
    }

    /** An appeal with what became of it. */
    static final class Plea {
        final int place;
        final Happening.Appealed filed;
        final Slip against;
        /** The day of the latest step. */
        LocalDate reached;

        boolean explained;
        boolean escalated;

        @Nullable
        LocalDate closed;

        Plea(int place, Happening.Appealed filed, Slip against) {
            this.place = place;
            this.filed = filed;
            this.reached = filed.day();
            this.against = against;
        }

        boolean open() {
            return closed == null;
        }
    }

    /** A request for a repair with what became of it. */
    static final class Repair {
        final Happening.RepairAsked asked;
        boolean pending = true;
        int granted;

        @Nullable
        LocalDate day;

        int points;

        Repair(Happening.RepairAsked asked) {
            this.asked = asked;
        }
    }

    /** A request for a restoration with what became of it. */
    static final class Restoration {
        final Happening.RestorationAsked asked;
        boolean open = true;

        @Nullable
        LocalDate granted;

        final Set<Slip> lifts = new LinkedHashSet<>();

        Restoration(Happening.RestorationAsked asked) {
            this.asked = asked;
        }

        /** The later of the grant and the latest end of what it lifts, as that now stands (TJ-36). */
        LocalDate effective() {
            LocalDate effective = granted;
            for (Slip slip : lifts) {
                if (slip.measured() && slip.until.isAfter(effective)) {
                    effective = slip.until;
                }
            }
            return effective;
        }
    }

    /** A registration with what became of it, short of terminations. */
    static final class Place {
        final int place;
        final Happening.Registered registered;

        @Nullable
        LocalDate departed;

        Place(int place, Happening.Registered registered) {
            this.place = place;
            this.registered = registered;
        }
    }

    final List<Happening.Committed> commitments = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Slip> slips = new ArrayList<>();
    final List<Happening.Served> services = new ArrayList<>();
    final List<Plea> pleas = new ArrayList<>();
    final List<Repair> repairs = new ArrayList<>();
    final List<Restoration> restorations = new ArrayList<>();

    @Nullable
    Slip slip(String notice) {
        return slips.stream()
                .filter(it -> it.noticed.notice().equals(notice))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Plea plea(String appeal) {
        return pleas.stream()
                .filter(it -> it.filed.appeal().equals(appeal))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Repair repair(String repair) {
        return repairs.stream()
                .filter(it -> it.asked.repair().equals(repair))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Restoration restoration(String restoration) {
        return restorations.stream()
                .filter(it -> it.asked.restoration().equals(restoration))
                .findFirst()
                .orElse(null);
    }
}
