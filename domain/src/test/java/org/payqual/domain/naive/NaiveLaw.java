package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * TJ-25, 28.2 and 31 for one person, by brute force: every answer goes through every notice again, in plain numbers,
 * and nothing of the domain is used.
 */
final class NaiveLaw {

    /** A finding: the kind of act, the band from 0 (1 to 3 points) to 3 (10 to 12 points), the degree from 0 to 2. */
    record Found(int violation, int band, int degree, boolean asRepeat, LocalDate acted, String circumstance) {
        int points() {
            return 3 * band + degree + 1;
        }
    }

    /** A notice, in the order of recording. */
    static final class Slip {
        final int inspection;
        final LocalDate handled;
        final LocalDate starts;
        final List<Found> found;
        boolean fallen;
        boolean supervised;
        int months;
        boolean terminated;
        String provision = "";

        Slip(int inspection, LocalDate handled, LocalDate starts, List<Found> found) {
            this.inspection = inspection;
            this.handled = handled;
            this.starts = starts;
            this.found = found;
        }

        boolean measured() {
            return months > 0;
        }

        LocalDate until() {
            return NaiveMeasures.monthsAfter(starts, months);
        }
    }

    private record Reached(int months, boolean terminated, String provision) {
        boolean heavierThan(Reached other) {
            return terminated == other.terminated ? months > other.months : terminated;
        }
    }

    private static final Reached NOTHING = new Reached(0, false, "");

    final List<Slip> slips = new ArrayList<>();

    /** Why a notice cannot be recorded after those that are; none if it can. */
    Set<String> objections(Slip slip) {
        Set<String> objections = new HashSet<>();
        for (Found found : slip.found) {
            long alike = slip.found.stream()
                    .filter(it -> it.violation() == found.violation()
                            && it.circumstance().equals(found.circumstance()))
                    .count();
            if (alike > 1 || highest(slip, found.violation()) <= highestBefore(slip, found.violation(), slips.size())) {
                objections.add("TJ-25");
            }
            boolean repeated = slips.stream().anyMatch(it -> precedes(it, slip, found));
            if (repeated ? found.band() < 2 : found.asRepeat()) {
                objections.add("TJ-28.2");
            }
        }
        return objections;
    }

    private static boolean precedes(Slip earlier, Slip slip, Found found) {
        return !earlier.fallen
                && earlier.handled.getYear() == slip.handled.getYear()
                && earlier.inspection != slip.inspection
                && earlier.handled.isBefore(found.acted())
                && earlier.found.stream().anyMatch(it -> it.violation() == found.violation() && it.band() < 2);
    }

    /** Records a notice with what follows from it. */
    void record(Slip slip) {
        slips.add(slip);
        Reached reached = reached(slip);
        slip.months = reached.months();
        slip.terminated = reached.terminated();
        slip.provision = reached.provision();
        slip.supervised = totalWhenRecorded(slip) >= 6;
    }

    /** Lets a notice fall: everything is looked at again, and only what is milder than what stands takes its place. */
    void fall(Slip fallen) {
        fallen.fallen = true;
        for (Slip slip : slips) {
            Reached stands = new Reached(slip.months, slip.terminated, slip.provision);
            Reached reached = slip.fallen ? NOTHING : reached(slip);
            if (stands.heavierThan(reached)) {
                slip.months = reached.months();
                slip.terminated = reached.terminated();
                slip.provision = reached.provision();
            }
            slip.supervised = slip.supervised && !slip.fallen && totalWhenRecorded(slip) >= 6;
        }
    }

    /** The points of the year of a day, up to that day. */
    int pointsOn(LocalDate day) {
        int total = 0;
        for (Slip slip : slips) {
            if (slip.handled.getYear() == day.getYear() && !slip.handled.isAfter(day)) {
                total += adds(slip);
            }
        }
        return total;
    }

    boolean supervisedOn(LocalDate day) {
        for (Slip slip : slips) {
            if (slip.supervised && slip.handled.getYear() == day.getYear() && !slip.handled.isAfter(day)) {
                return true;
            }
        }
        return false;
    }

    /** Where a person registered from a day on stands, in one word with what belongs to it. */
    String standingOn(LocalDate day, LocalDate registered) {
        LocalDate suspendedUntil = LocalDate.MIN;
        LocalDate terminatedUntil = LocalDate.MIN;
        boolean suspended = false;
        boolean terminated = false;
        for (Slip slip : slips) {
            if (!slip.measured() || slip.starts.isAfter(day)) {
                continue;
            }
            suspended |= !slip.terminated;
            terminated |= slip.terminated;
            LocalDate until = slip.until();
            if (slip.terminated && until.isAfter(day) && until.isAfter(terminatedUntil)) {
                terminatedUntil = until;
            }
            if (!slip.terminated && until.isAfter(day) && until.isAfter(suspendedUntil)) {
                suspendedUntil = until;
            }
        }
        if (terminatedUntil.isAfter(day)) {
            return "TERMINATED until " + terminatedUntil;
        }
        if (suspendedUntil.isAfter(day)) {
            return "SUSPENDED until " + suspendedUntil;
        }
        if (terminated || suspended) {
            return (terminated ? "TERMINATED" : "SUSPENDED") + " served";
        }
        return registered.isAfter(day) ? "UNREGISTERED" : "NORMAL";
    }

    private int totalWhenRecorded(Slip slip) {
        int total = 0;
        for (int i = 0; i <= slips.indexOf(slip); i++) {
            if (slips.get(i).handled.getYear() == slip.handled.getYear()) {
                total += adds(slips.get(i));
            }
        }
        return total;
    }

    private int adds(Slip slip) {
        if (slip.fallen) {
            return 0;
        }
        int adds = 0;
        for (int violation : violations(slip)) {
            int excess = highest(slip, violation) - highestBefore(slip, violation, slips.indexOf(slip));
            adds += excess > 0 ? excess : 0;
        }
        return adds;
    }

    private int highestBefore(Slip slip, int violation, int place) {
        int highest = 0;
        for (int i = 0; i < place; i++) {
            Slip before = slips.get(i);
            if (!before.fallen && before.inspection == slip.inspection && highest(before, violation) > highest) {
                highest = highest(before, violation);
            }
        }
        return highest;
    }

    private static int highest(Slip slip, int violation) {
        int highest = 0;
        for (Found found : slip.found) {
            if (found.violation() == violation && found.points() > highest) {
                highest = found.points();
            }
        }
        return highest;
    }

    private static Set<Integer> violations(Slip slip) {
        Set<Integer> violations = new HashSet<>();
        slip.found.forEach(it -> violations.add(it.violation()));
        return violations;
    }

    private Reached reached(Slip slip) {
        int total = totalWhenRecorded(slip);
        int own = 0;
        for (int violation : violations(slip)) {
            own += highest(slip, violation);
        }
        if (total < 9) {
            return NOTHING;
        }
        Reached addedUp = column(total, 1, 3, 5, 12);
        Reached oneNotice = column(own, 2, 4, 6, 36);
        return oneNotice.heavierThan(addedUp) ? oneNotice : addedUp;
    }

    private static Reached column(int points, int nine, int ten, int eleven, int twelve) {
        if (points >= 12) {
            return new Reached(twelve, true, "TJ-31.3");
        }
        return switch (points) {
            case 11 -> new Reached(eleven, false, "TJ-31.2.3");
            case 10 -> new Reached(ten, false, "TJ-31.2.2");
            case 9 -> new Reached(nine, false, "TJ-31.2.1");
            default -> NOTHING;
        };
    }
}
