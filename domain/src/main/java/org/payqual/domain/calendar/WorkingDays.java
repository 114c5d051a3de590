package org.payqual.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.ledger.Refusal;

/**
 * The working days by the calendars adopted so far. A set never changes; adopting gives another. In a year without an
 * adopted calendar weekends alone are known, and whatever is counted through it is estimated.
 */
public final class WorkingDays {

    private static final WorkingDays NONE = new WorkingDays(Map.of());

    private final Map<String, YearCalendar> adopted;
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> free = new HashSet<>();
    private final Set<LocalDate> madeUp = new HashSet<>();

    private WorkingDays(Map<String, YearCalendar> adopted) {
        this.adopted = adopted;
        for (YearCalendar calendar : inForce()) {
            years.add(calendar.year());
            for (Holiday holiday : calendar.holidays()) {
                holiday.freeDays().forEach(free::add);
                madeUp.addAll(holiday.makeUpDays());
            }
        }
    }

    /** Returns the working days by weekends alone. */
    public static WorkingDays none() {
        return NONE;
    }

    /** Returns the calendars adopted, replaced ones among them, in the order of adoption. */
    public List<YearCalendar> all() {
        return List.copyOf(adopted.values());
    }

    /** Returns the calendar that has an id. */
    public Optional<YearCalendar> byId(String id) {
        return Optional.ofNullable(adopted.get(id));
    }

    /** Tells whether the calendar of a day's year is adopted. */
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Tells whether a day is a working day; an estimate where its year is not known. */
    public boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? madeUp.contains(day) : !free.contains(day);
    }

    /**
     * Returns the n-th working day after a day, with which a period of n working days from that day ends.
     *
     * @param n from 0, which gives the day itself
     */
    public WorkingDay add(LocalDate day, int n) {
        return count(day, n, 1);
    }

    /**
     * Returns the n-th working day before a day, from which on something may be done n working days ahead of it.
     *
     * @param n from 0, which gives the day itself
     */
    public WorkingDay subtract(LocalDate day, int n) {
        return count(day, n, -1);
    }

    /** Reads a file and finds whether it can be adopted beside the others. */
    public CalendarAdoption adopt(byte[] file) {
        return switch (CalendarReader.read(file)) {
            case Outcome.Faulty<YearCalendar> faulty -> new CalendarAdoption.Faulty(faulty.faults());
            case Outcome.Sound<YearCalendar> sound -> adopt(sound.value());
        };
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private WorkingDay count(LocalDate day, int n, int step) {
        if (n < 0) {
            throw new IllegalArgumentException("working days are counted from 0, not " + n);
        }
        LocalDate at = day;
        boolean estimated = false;
        for (int left = n; left > 0; left -= isWorkingDay(at) ? 1 : 0) {
            at = at.plusDays(step);
            estimated |= !knows(at);
        }
        return new WorkingDay(at, estimated);
    }

    private List<YearCalendar> inForce() {
        return adopted.values().stream()
                .filter(it ->
                        adopted.values().stream().noneMatch(other -> it.id().equals(other.replaces())))
                .toList();
    }

    private CalendarAdoption adopt(YearCalendar calendar) {
        Optional<YearCalendar> sameId = byId(calendar.id());
        if (sameId.isPresent()) {
            return sameId.get().sha256().equals(calendar.sha256())
                    ? new CalendarAdoption.Known(sameId.get())
                    : refused(
                            "id-used",
                            "标识 " + calendar.id() + " 已用于另一份文件",
                            "the id " + calendar.id() + " is used for another file");
        }
        Optional<String> current = inForce().stream()
                .filter(it -> it.year() == calendar.year())
                .map(YearCalendar::id)
                .findFirst();
        if (!current.equals(Optional.ofNullable(calendar.replaces()))) {
            return refused(
                    "two-calendars",
                    calendar.year() + " 年现行日历：" + current.orElse("无") + "；replaces 须与之一致",
                    "the calendar of " + calendar.year() + " is " + current.orElse("none")
                            + "; replaces must name just that");
        }
        Map<String, YearCalendar> more = new LinkedHashMap<>(adopted);
        more.put(calendar.id(), calendar);
        return new CalendarAdoption.Adopted(calendar, new WorkingDays(more));
    }

    private static CalendarAdoption refused(String code, String zh, String en) {
        return new CalendarAdoption.Refused(new Refusal(Refusal.Kind.CONFLICT, code, null, "file", zh, en));
    }
}
