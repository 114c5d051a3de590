package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.RegistrationAmended;
import org.payqual.domain.rulebook.MeasureKind;

/** The spans from which settlement is answered say of every day what the person says. */
class SettlementSpansProperties {

    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 2, 1);
    private static final List<String> PLACES = List.of("H1", "H2", "P1", "P2");
    private static final Receipt RECEIPT =
            new Receipt("rulebook", LocalDate.of(2025, 1, 1), "00", List.of(), List.of());

    @Provide
    Arbitrary<Person> people() {
        return new TimelineProperties().people();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void spansSayOfEveryDayWhatThePersonSays(@ForAll("people") Person person) {
        SettlementSpans spans = SettlementSpans.of(person);
        FIRST.datesUntil(LAST).forEach(day -> {
            assertThat(spans.standingOn(day)).isEqualTo(Standing.of(person, day));
            for (String place : PLACES) {
                assertThat(spans.registeredAt(place, day))
                        .as("%s on %s", place, day)
                        .isEqualTo(person.registrationAt(place, day).isPresent());
                assertThat(spans.registeredBeforeAt(place, day))
                        .as("%s before %s", place, day)
                        .isEqualTo(registeredBefore(person, place, day));
            }
        });
    }

    /** Those terminations count that run; where no measure runs any more, those whose term is served. */
    private static boolean registeredBefore(Person person, String place, LocalDate day) {
        List<PersonEvent.Measure> all =
                person.measures().values().stream().map(RecordedMeasure::terms).toList();
        boolean anyRuns = all.stream().anyMatch(it -> it.from().compareTo(day) <= 0 && day.compareTo(it.until()) < 0);
        Stream<PersonEvent.Measure> counting = anyRuns
                ? all.stream().filter(it -> it.from().compareTo(day) <= 0 && day.compareTo(it.until()) < 0)
                : all.stream().filter(it -> !it.endRestores() && it.until().compareTo(day) <= 0);
        return counting.filter(it -> it.kind() == MeasureKind.TERMINATION)
                .anyMatch(it -> person.registrations().stream()
                        .filter(held -> held.institution().equals(place))
                        .filter(held -> !it.from().equals(held.departed()))
                        .filter(held -> person.span(held).contains(it.from().minusDays(1)))
                        .findFirst()
                        .isPresent());
    }

    @Example
    void aPersonIsKnownByEveryCodeThatARegistrationEverGaveThem() {
        LocalDate from = LocalDate.of(2025, 1, 7);
        Person person = Person.replay(List.of(
                new Identified("ID"),
                new Registered("H1", from, coded("D1"), RECEIPT),
                new RegistrationAmended("H1", from.plusDays(9), coded("D2"), RECEIPT),
                new Registered("H2", from, coded("D1"), RECEIPT),
                new Registered("P1", from, RegistrationContent.of("MEDICAL", false), RECEIPT)));
        assertThat(SettlementSpans.codesOf(person)).containsExactly("D1", "D2");
        assertThat(SettlementSpans.of(person).registered())
                .containsExactly(
                        new Held<>(from, null, "H1"), new Held<>(from, null, "H2"), new Held<>(from, null, "P1"));
    }

    private static RegistrationContent coded(String code) {
        return new RegistrationContent("MEDICAL", false, code, null, null, null, null, null);
    }
}
