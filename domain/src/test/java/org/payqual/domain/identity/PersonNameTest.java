package org.payqual.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "张三, 张三, 张*",
        "张三丰, 张三丰, 张**",
        "'　欧阳 修 ', 欧阳 修, 欧***",
        "阿卜杜拉•买买提, 阿卜杜拉·买买提, 阿***",
        "'Jean  d''Arc-Roux', Jean d'Arc-Roux, J***",
        "Zoe\u0308, Zoë, Z**",
        "\uD842\uDFB7田, \uD842\uDFB7田, \uD842\uDFB7*",
        "〇一, 〇一, 〇*",
        "\uE863, \uE863, *",
    })
    void bringsNamesIntoOneForm(String typed, String canonical, String masked) {
        PersonName name = PersonName.of(typed).orElseThrow();
        assertThat(name.text()).isEqualTo(canonical);
        assertThat(Mask.of(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "张3", "<b>", "张\u0000三", "张\u202E三", "张\uD842", "··", "=1+1", "a@b"})
    void refusesWhatIsNoName(String typed) {
        assertThat(PersonName.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Muster, ANNA MUSTER, true",
        "Jean-Luc d'Arc, Jean Luc DArc, true",
        "阿卜杜拉·买买提, 阿卜杜拉买买提, true",
        "张三, 张山, false",
        "张三, 张三丰, false",
    })
    void comparesNamesAsTheyAreSpelledHereAndThere(String one, String other, boolean agree) {
        PersonName name = PersonName.of(one).orElseThrow();
        assertThat(name.agreesWith(PersonName.of(other).orElseThrow())).isEqualTo(agree);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(PersonName.of("\uD842\uDFB7".repeat(PersonName.MOST_CHARACTERS)))
                .isPresent();
        assertThat(PersonName.of("张".repeat(PersonName.MOST_CHARACTERS + 1))).isEmpty();
    }

    @Test
    void showsNothingWhenPrinted() {
        assertThat(new PersonName("张三").toString()).doesNotContain("张", "三");
    }
}
