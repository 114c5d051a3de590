package org.payqual.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.domain.calendar.WorkingDaysTest.SHIPPED;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysProperties {

    private static final LocalDate FIRST = LocalDate.of(2024, 6, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 1300).map(FIRST::plusDays);
    }

    private static Stream<LocalDate> after(LocalDate day, LocalDate upTo) {
        return day.plusDays(1).datesUntil(upTo.plusDays(1));
    }

    @Property
    void so_many_working_days_lie_between_and_the_last_day_is_one(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int n) {
        WorkingDay end = SHIPPED.add(day, n);
        assertThat(SHIPPED.isWorkingDay(end.date())).isTrue();
        assertThat(after(day, end.date()).filter(SHIPPED::isWorkingDay)).hasSize(n);
    }

    @Property
    void an_answer_is_estimated_just_when_a_counted_day_is_of_an_unknown_year(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int n) {
        WorkingDay end = SHIPPED.add(day, n);
        assertThat(end.estimated())
                .isEqualTo(after(day, end.date()).anyMatch(d -> d.getYear() < 2025 || d.getYear() > 2026));
    }

    @Property
    void counting_twice_is_counting_on(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 30) int n, @ForAll @IntRange(max = 30) int more) {
        assertThat(SHIPPED.add(SHIPPED.add(day, n).date(), more).date())
                .isEqualTo(SHIPPED.add(day, n + more).date());
    }

    @Property
    void counting_back_returns_to_a_working_day(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int n) {
        LocalDate from = SHIPPED.isWorkingDay(day) ? day : SHIPPED.add(day, 1).date();
        assertThat(SHIPPED.subtract(SHIPPED.add(from, n).date(), n).date()).isEqualTo(from);
    }

    @Property
    void without_a_calendar_five_working_days_are_a_week_and_all_is_estimated(@ForAll("days") LocalDate day) {
        WorkingDay end = WorkingDays.none().add(day, 5);
        LocalDate lastWorked =
                WorkingDays.isWeekend(day) ? WorkingDays.none().subtract(day, 1).date() : day;
        assertThat(end).isEqualTo(new WorkingDay(lastWorked.plusDays(7), true));
    }
}
