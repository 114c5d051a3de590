package org.payqual.domain.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The calendar files that come with the product. Nothing is counted by them until they are adopted. */
public final class ShippedCalendars {

    private static final List<String> IDS = List.of("china-2025", "china-2026");

    private ShippedCalendars() {}

    /** Returns the ids of the calendars, by year. */
    public static List<String> ids() {
        return IDS;
    }

    /** Returns the working days by all of them, for playing scenarios without a ledger that adopts. */
    public static WorkingDays workingDays() {
        WorkingDays all = WorkingDays.none();
        for (String id : IDS) {
            if (!(all.adopt(file(id).orElseThrow()) instanceof CalendarAdoption.Adopted adopted)) {
                throw new IllegalStateException("a calendar of the product cannot be adopted: " + id);
            }
            all = adopted.all();
        }
        return all;
    }

    /** Returns the bytes of the calendar that has an id, where one comes with the product. */
    public static Optional<byte[]> file(String id) {
        if (!IDS.contains(id)) {
            return Optional.empty();
        }
        try (InputStream file = ShippedCalendars.class.getResourceAsStream(id + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("not in the product: " + id);
            }
            return Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
