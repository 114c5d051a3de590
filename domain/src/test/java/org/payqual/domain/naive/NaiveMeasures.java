package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.NaiveBook.Slip;

/** TJ-31 for one notice, and what becomes of all of them when one of them changes (TJ-34.4). */
record NaiveMeasures(NaiveBook book) {

    private record Follows(int months, boolean terminates, String provision, boolean supervised) {
        boolean heavierThan(Follows other) {
            return terminates == other.terminates ? months > other.months : terminates;
        }
    }

    /** Lets a notice that is just in have what follows from it. */
    void begin(Slip slip) {
        Follows follows = follows(slip);
        slip.supervised = follows.supervised();
        set(slip, follows);
    }

    /** Changes a notice, by its fall or by other findings, and works out everything again. */
    void change(Slip changed, LocalDate day, List<Found> found, int place) {
        List<Follows> before = new ArrayList<>();
        List<Long> unfounded = new ArrayList<>();
        for (Slip slip : book.slips) {
            before.add(follows(slip));
            unfounded.add(unfounded(slip));
        }
        if (found.isEmpty()) {
            changed.fell = day;
        } else {
            changed.found = found;
        }
        for (int i = 0; i < book.slips.size(); i++) {
            Slip slip = book.slips.get(i);
            Follows after = follows(slip);
            slip.supervised = slip.supervised && after.supervised();
            if (slip.measured() && !after.equals(before.get(i))) {
                ease(slip, after);
            }
            if (slip.stands() && slip != changed && unfounded(slip) > unfounded.get(i)) {
                slip.reopened = place;
            }
        }
    }

    private static void ease(Slip slip, Follows after) {
        if (after.months() == 0) {
            slip.months = 0;
            return;
        }
        LocalDate until = until(slip, after);
        boolean milder = slip.terminates == after.terminates() ? until.isBefore(slip.until) : slip.terminates;
        if (milder) {
            set(slip, after);
        }
    }

    private static void set(Slip slip, Follows follows) {
        slip.months = follows.months();
        slip.terminates = follows.terminates();
        slip.provision = follows.provision();
        slip.until = until(slip, follows);
    }

    private static LocalDate until(Slip slip, Follows follows) {
        if (slip.shortened == null) {
            return monthsAfter(slip.from(), follows.months());
        }
        LocalDate earlier = monthsAfter(slip.from(), follows.months() - 1);
        return earlier.isBefore(slip.shortened) ? slip.shortened : earlier;
    }

    /** Ends a measure a month earlier, but not before the day of the repair that does it (TJ-35). */
    static void shorten(Slip slip, LocalDate day) {
        slip.shortened = day;
        slip.until = monthsAfter(slip.from(), slip.months - 1);
        if (slip.until.isBefore(day)) {
            slip.until = day;
        }
    }

    /** The line of the year total on which a suspension rests. */
    static int line(Slip slip) {
        return switch (slip.provision) {
            case "TJ-31.2.1" -> 9;
            case "TJ-31.2.2" -> 10;
            case "TJ-31.2.3" -> 11;
            default -> 12;
        };
    }

    private Follows follows(Slip slip) {
        if (!slip.stands()) {
            return new Follows(0, false, "", false);
        }
        NaivePoints points = new NaivePoints(book);
        int total = points.knownAt(slip);
        Follows addedUp = column(total, total, 1, 3, 5, 12);
        Follows oneNotice = column(NaivePoints.own(slip.found), total, 2, 4, 6, 36);
        return oneNotice.heavierThan(addedUp) ? oneNotice : addedUp;
    }

    private static Follows column(int points, int total, int nine, int ten, int eleven, int twelve) {
        boolean supervised = total >= 6;
        if (points < 9 || total < 9) {
            return new Follows(0, false, "", supervised);
        }
        return switch (points) {
            case 9 -> new Follows(nine, false, "TJ-31.2.1", supervised);
            case 10 -> new Follows(ten, false, "TJ-31.2.2", supervised);
            case 11 -> new Follows(eleven, false, "TJ-31.2.3", supervised);
            default -> new Follows(twelve, true, "TJ-31.3", supervised);
        };
    }

    /** How many repeats are left without the earlier notice that made them such (TJ-28.2). */
    long unfounded(Slip slip) {
        return slip.found.stream()
                .filter(it -> it.asRepeat() && !repeated(slip.noticed, it))
                .count();
    }

    /** Whether the same violation was found under TJ-26 or 27 by an earlier notice of the year (TJ-28.2). */
    boolean repeated(Happening.Noticed noticed, Found found) {
        for (Slip earlier : book.slips) {
            if (earlier.stands()
                    && earlier.year() == noticed.day().getYear()
                    && !earlier.noticed.inspection().equals(noticed.inspection())
                    && earlier.noticed.day().isBefore(found.acted())
                    && earlier.found.stream()
                            .anyMatch(it -> it.violation().equals(found.violation()) && it.band() < 2)) {
                return true;
            }
        }
        return false;
    }

    /** The same day of a later month, or its last day where it is too short. */
    static LocalDate monthsAfter(LocalDate day, int months) {
        int year = day.getYear();
        int month = day.getMonthValue();
        for (int i = 0; i < months; i++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        return LocalDate.of(year, month, Math.min(day.getDayOfMonth(), length(year, month)));
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
