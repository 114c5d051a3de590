package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One registration at one institution as it was recorded; a termination in force may end it besides.
 *
 * @param institution where
 * @param from its first day
 * @param recorded its place in the order of recording
 * @param contents what it says and since when, oldest first, at least one
 * @param departed the first day without it because the person left; null while they have not
 */
public record Registration(
        String institution,
        LocalDate from,
        long recorded,
        List<Content> contents,
        @Nullable LocalDate departed) {

    /** What the registration says from a day on. */
    public record Content(LocalDate from, RegistrationContent says) {}

    /** Copies the contents. */
    public Registration {
        contents = List.copyOf(contents);
    }

    /** Returns what the registration says on a day; before its first day, what it said at first. */
    public RegistrationContent contentOn(LocalDate date) {
        RegistrationContent says = contents.getFirst().says();
        for (Content content : contents) {
            if (!content.from().isAfter(date)) {
                says = content.says();
            }
        }
        return says;
    }

    Registration amended(LocalDate date, RegistrationContent says) {
        List<Content> longer = new ArrayList<>(contents);
        longer.add(new Content(date, says));
        longer.sort(java.util.Comparator.comparing(Content::from));
        return new Registration(institution, from, recorded, longer, departed);
    }

    Registration departedOn(LocalDate date) {
        return new Registration(institution, from, recorded, contents, date);
    }
}
