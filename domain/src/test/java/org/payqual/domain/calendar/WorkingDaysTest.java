package org.payqual.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    static final WorkingDays SHIPPED = adopted(adopted(WorkingDays.none(), "china-2025"), "china-2026");

    private static WorkingDays adopted(WorkingDays days, String id) {
        CalendarAdoption adoption = days.adopt(ShippedCalendars.file(id).orElseThrow());
        return ((CalendarAdoption.Adopted) adoption).all();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-02-03", "2025-02-04",
                "2025-04-04", "2025-05-01", "2025-05-02", "2025-05-05", "2025-06-02", "2025-10-01", "2025-10-02",
                "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08", "2026-01-01", "2026-01-02", "2026-02-16",
                "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23", "2026-04-06", "2026-05-01",
                "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05",
                "2026-10-06", "2026-10-07"
            })
    void a_published_holiday_within_the_week_is_free(LocalDate day) {
        assertThat(SHIPPED.isWorkingDay(day)).isFalse();
        assertThat(WorkingDays.none().isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-26",
                "2025-02-08",
                "2025-04-27",
                "2025-09-28",
                "2025-10-11",
                "2026-01-04",
                "2026-02-14",
                "2026-02-28",
                "2026-05-09",
                "2026-09-20",
                "2026-10-10"
            })
    void a_published_make_up_day_is_worked(LocalDate day) {
        assertThat(SHIPPED.isWorkingDay(day)).isTrue();
        assertThat(WorkingDays.none().isWorkingDay(day)).isFalse();
    }

    /** With the exceptions above and the weekdays of the year this leaves nothing else changed. */
    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void a_year_has_its_number_of_working_days(int year, long days) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(SHIPPED::isWorkingDay)
                        .count())
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-10, 3,  2025-06-13, false", // within a week
        "2025-06-12, 5,  2025-06-19, false", // over a weekend
        "2025-01-24, 3,  2025-02-05, false", // over Spring Festival with its worked Sunday
        "2025-09-26, 5,  2025-10-10, false", // over the long National Day with its worked Sunday
        "2025-10-08, 3,  2025-10-11, false", // ends on a worked Saturday
        "2025-12-30, 5,  2026-01-07, false", // over the turn of the year, New Year and its worked Sunday
        "2026-12-30, 1,  2026-12-31, false", // the last day known
        "2026-12-30, 2,  2027-01-01, true", // beyond what is known: a plain weekday
        "2024-12-30, 2,  2025-01-02, true", // through a day of an unknown year
        "2024-12-31, 1,  2025-01-02, false", // from an unknown year, through known days only
        "2025-02-01, 0,  2025-02-01, false"
    })
    void counts_after_a_day(LocalDate day, int n, LocalDate end, boolean estimated) {
        assertThat(SHIPPED.add(day, n)).isEqualTo(new WorkingDay(end, estimated));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-10, 15, 2025-06-19, false",
        "2025-10-09, 2,  2025-09-29, false",
        "2025-01-02, 1,  2024-12-31, true"
    })
    void counts_before_a_day(LocalDate day, int n, LocalDate from, boolean estimated) {
        assertThat(SHIPPED.subtract(day, n)).isEqualTo(new WorkingDay(from, estimated));
    }

    @Test
    void does_not_count_backwards_by_a_negative_number() {
        assertThatThrownBy(() -> SHIPPED.add(LocalDate.of(2025, 1, 2), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void adopts_the_same_file_once() {
        byte[] file = ShippedCalendars.file("china-2025").orElseThrow();
        assertThat(SHIPPED.adopt(file))
                .isEqualTo(new CalendarAdoption.Known(SHIPPED.byId("china-2025").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "china-2025 | 2025 |            | id-used",
                "other-2025 | 2025 |            | two-calendars",
                "other-2025 | 2025 | china-2026 | two-calendars",
                "other-2027 | 2027 | china-2026 | two-calendars",
            })
    void refuses_what_would_contradict_an_adopted_calendar(String id, int year, String replaces, String code) {
        assertThat(SHIPPED.adopt(calendar(id, year, replaces)))
                .isInstanceOfSatisfying(
                        CalendarAdoption.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void a_later_calendar_of_the_year_takes_the_place_of_the_one_it_names() {
        CalendarAdoption adoption = SHIPPED.adopt(calendar("other-2026", 2026, "china-2026"));
        assertThat(adoption).isInstanceOfSatisfying(CalendarAdoption.Adopted.class, adopted -> {
            assertThat(adopted.all().isWorkingDay(LocalDate.of(2026, 10, 2))).isTrue();
            assertThat(adopted.all().isWorkingDay(LocalDate.of(2026, 3, 2))).isFalse();
            assertThat(adopted.all().isWorkingDay(LocalDate.of(2025, 10, 2))).isFalse();
            assertThat(adopted.all().byId("china-2026")).isPresent();
        });
        assertThat(SHIPPED.isWorkingDay(LocalDate.of(2026, 10, 2))).isFalse();
    }

    private static byte[] calendar(String id, int year, String replaces) {
        return """
                format: 1
                id: %s
                year: %d
                source: {zh: 虚构, en: invented}
                holidays:
                  - {name: {zh: 假日, en: a holiday}, from: %d-03-02, to: %d-03-02}
                %s
                """.formatted(id, year, year, year, replaces == null ? "" : "replaces: " + replaces)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
