package org.payqual.domain.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.payqual.domain.file.Faults;
import org.payqual.domain.file.Form;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.file.Section;
import org.payqual.domain.file.Value;
import org.payqual.domain.file.YamlDocument;
import org.payqual.domain.leaf.Digest;

/** Reads the file of a year's calendar: its holidays and make-up days, or every fault of the file at once. */
public final class CalendarReader {

    /** The only form of calendars so far. */
    private static final int FORMAT = 1;

    /** The longest that people were ever given off at once, with room to spare. */
    private static final int LONGEST = 16;

    private static final int LONGEST_TEXT = 100;

    private static final Form<String> ID =
            Form.matching("[a-z0-9]+(-[a-z0-9]+){0,9}", "标识，如 china-2025", "an id, such as china-2025");

    private final Section root;
    private final String sha256;
    private final int year;
    private final boolean yearKnown;
    private final Set<LocalDate> free = new HashSet<>();
    private final Set<LocalDate> madeUp = new HashSet<>();

    private CalendarReader(Section root, String sha256) {
        this.root = root;
        this.sha256 = sha256;
        this.year = root.get("year", Form.whole(2000, 2199));
        this.yearKnown = root.sound();
        root.get("format", Form.whole(FORMAT, FORMAT));
    }

    /** Reads a file. */
    public static Outcome<YearCalendar> read(byte[] file) {
        Faults faults = new Faults();
        Optional<YearCalendar> calendar = YamlDocument.read(file, faults)
                .map(document -> read(document, Digest.of(file).toString(), faults));
        return faults.count() == 0 && calendar.isPresent()
                ? new Outcome.Sound<>(calendar.get())
                : new Outcome.Faulty<>(faults.all());
    }

    /** Reads a document; what has faults comes out as a placeholder. */
    static YearCalendar read(Value document, String sha256, Faults faults) {
        return new CalendarReader(Section.of(document, faults), sha256).read();
    }

    private YearCalendar read() {
        List<Section> sections = root.sections("holidays");
        List<Holiday> holidays = new ArrayList<>();
        for (Section section : sections) {
            holidays.add(holiday(section));
        }
        // Once all holidays are known: a make-up day must not fall on another holiday's free day.
        for (int index = 0; index < sections.size(); index++) {
            makeUpDays(sections.get(index), holidays.get(index));
        }
        YearCalendar calendar = new YearCalendar(
                root.get("id", ID),
                sha256,
                year,
                root.text("source", LONGEST_TEXT),
                root.find("replaces", ID),
                holidays);
        root.close();
        return calendar;
    }

    private Holiday holiday(Section section) {
        Holiday holiday = new Holiday(
                section.text("name", LONGEST_TEXT),
                section.get("from", Form.date()),
                section.get("to", Form.date()),
                section.listOrNone("makeUpDays", Form.date()));
        if (section.sound()) {
            check(holiday, section);
        }
        return holiday;
    }

    private void check(Holiday holiday, Section section) {
        if (holiday.to().isBefore(holiday.from())) {
            section.misfit("to", "早于 from", "earlier than from");
            return;
        }
        if (holiday.to().isAfter(holiday.from().plusDays(LONGEST - 1))) {
            section.misfit("to", "超过 " + LONGEST + " 天", "more than " + LONGEST + " days");
            return;
        }
        checkYear(section, "from", holiday.from());
        checkYear(section, "to", holiday.to());
        if (holiday.freeDays().anyMatch(free::contains)) {
            section.misfit("from", "与其他假期重叠", "overlaps another holiday");
        }
        holiday.freeDays().forEach(free::add);
    }

    private void makeUpDays(Section section, Holiday holiday) {
        for (LocalDate day : holiday.makeUpDays()) {
            if (!WorkingDays.isWeekend(day)) {
                misfit(section, day, "不是周末", "not a day of a weekend");
            }
            if (free.contains(day)) {
                misfit(section, day, "在假期之内", "lies within a holiday");
            }
            if (!madeUp.add(day)) {
                misfit(section, day, "已为其他假期补班", "worked for another holiday already");
            }
            if (!ofYear(day)) {
                misfit(section, day, "不属于 " + year + " 年", "not of the year " + year);
            }
        }
    }

    private static void misfit(Section section, LocalDate day, String zh, String en) {
        section.misfitItem("makeUpDays", day.toString(), zh, en);
    }

    private void checkYear(Section section, String key, LocalDate day) {
        if (!ofYear(day)) {
            section.misfit(key, "不属于 " + year + " 年", "not of the year " + year);
        }
    }

    /** A year's announcement may reach back into the December before it, as New Year of 2023 did. */
    private boolean ofYear(LocalDate day) {
        return !yearKnown || day.getYear() == year || (day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER);
    }
}
