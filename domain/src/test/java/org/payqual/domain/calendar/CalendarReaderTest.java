package org.payqual.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.file.Fault;
import org.payqual.domain.file.Outcome;

class CalendarReaderTest {

    private static final String SOUND = """
            format: 1
            id: test-2025
            year: 2025
            source: {zh: 虚构, en: invented}
            holidays:
              - {name: {zh: 元旦, en: New Year}, from: 2024-12-31, to: 2025-01-01, makeUpDays: 2025-01-04}
              - name: {zh: 五一, en: May}
                from: 2025-05-01
                to: 2025-05-05
                makeUpDays: [2025-04-27, 2025-05-10]
            """;

    private static Outcome<YearCalendar> read(String text) {
        return CalendarReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> shipped() {
        return ShippedCalendars.ids();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_calendar_is_without_fault_and_has_the_id_of_its_file(String id) {
        YearCalendar calendar =
                CalendarReader.read(ShippedCalendars.file(id).orElseThrow()).expectSound();
        assertThat(calendar.id()).isEqualTo(id).endsWith("-" + calendar.year());
    }

    @Test
    void reads_a_sound_file() {
        assertThat(read(SOUND).expectSound().holidays()).hasSize(2);
        assertThat(ShippedCalendars.file("china-1999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "format: 1          | format: 2          | 1:9 format: expected a whole number from 1 to 1",
                "year: 2025         | year: '2025'       | 3:7 year: expected a whole number from 2000 to 2199",
                "id: test-2025      | name: x            | 1:1 id: missing; expected an id, such as china-2025 // 2:1 name: unknown key; known here: format, holidays, id, replaces, source, year",
                "id: test-2025      | id: Test           | 2:5 id: expected an id, such as china-2025",
                "en: invented       | de: erfunden       | 4:9 source.en: missing; expected a text of at most 100 characters // 4:18 source.de: unknown key; known here: en, zh",
                "from: 2025-05-01   | from: 2025-02-30   | 8:11 holidays[2].from: expected a day, such as 2025-01-31",
                "from: 2025-05-01   | from: 2025-05-06   | 9:9 holidays[2].to: earlier than from",
                "to: 2025-05-05     | to: 2025-05-17     | 9:9 holidays[2].to: more than 16 days",
                "from: 2025-05-01   | from: 2025-01-01   | 9:9 holidays[2].to: more than 16 days",
                "to: 2025-01-01     | to: 2025-01-04     | 6:82 holidays[1].makeUpDays: lies within a holiday",
                "from: 2024-12-31   | from: 2024-11-30   | 6:58 holidays[1].to: more than 16 days",
                "from: 2024-12-31, to: 2025-01-01 | from: 2024-11-30, to: 2024-11-30 | 6:42 holidays[1].from: not of the year 2025 // 6:58 holidays[1].to: not of the year 2025",
                "2025-04-27         | 2025-04-28         | 10:18 holidays[2].makeUpDays[1]: not a day of a weekend",
                "2025-04-27         | 2025-05-04         | 10:18 holidays[2].makeUpDays[1]: lies within a holiday",
                "2025-04-27         | 2025-01-04         | 10:18 holidays[2].makeUpDays[1]: worked for another holiday already",
                "2025-04-27         | 2026-01-03         | 10:18 holidays[2].makeUpDays[1]: not of the year 2025",
                "2025-05-10]        | 2025-04-27]        | 10:30 holidays[2].makeUpDays[2]: the same twice",
            })
    void tells_each_fault_at_its_place(String sound, String broken, String faults) {
        assertThat(SOUND).contains(sound);
        assertThat(read(SOUND.replace(sound, broken)))
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class,
                        faulty -> assertThat(String.join(
                                        " // ",
                                        ((Outcome.Faulty<?>) faulty)
                                                .faults().stream()
                                                        .map(Fault::toString)
                                                        .toList()))
                                .isEqualTo(faults));
    }
}
