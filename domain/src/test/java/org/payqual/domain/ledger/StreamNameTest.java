package org.payqual.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamNameTest {

    @ParameterizedTest
    @EnumSource
    void isReadBackAsItWasStored(StreamType type) {
        StreamName name = new StreamName(type, "A.b-c_1");
        assertThat(StreamName.stored(name.stored())).isEqualTo(name);
    }

    @Test
    void keepsInspectionsAndHandlingsOfTheSameCodeApart() {
        assertThat(new StreamName(StreamType.INSPECTION, "2025-0017").stored())
                .isNotEqualTo(new StreamName(StreamType.HANDLING, "2025-0017").stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "law", "law/", "nonsense/1", "/1", "law/a/b"})
    void refusesWhatIsNoName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamName.stored(text));
    }
}
