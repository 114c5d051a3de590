package org.payqual.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.EventName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.rulebook.StandingKind;

/** Nothing is shown to people by its code alone. */
class LabelsTest {

    static List<String> eventsOfPeople() {
        return Events.NAMES.stream()
                .filter(it -> it.stream() == StreamType.PERSON)
                .map(EventName::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("eventsOfPeople")
    void everyEventOfAPersonHasALabelInBothLanguages(String name) {
        assertInWords(Labels.ofEvent(name), name);
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingHasALabelInBothLanguages(StandingKind kind) {
        assertInWords(Labels.of(kind), kind.name());
    }

    private static void assertInWords(Text label, String code) {
        assertThat(label.zh()).matches("\\p{IsHan}+");
        assertThat(label.en()).isNotBlank().isNotEqualTo(code);
    }
}
