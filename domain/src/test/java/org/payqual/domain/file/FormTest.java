package org.payqual.domain.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

    private enum Choice {
        ONE,
        ANOTHER_ONE
    }

    private static boolean reads(Form<?> form, String yaml) {
        Faults faults = new Faults();
        Value document = YamlDocument.read(("a: " + yaml).getBytes(java.nio.charset.StandardCharsets.UTF_8), faults)
                .orElseThrow();
        Section section = Section.of(document, faults);
        section.get("a", form);
        return faults.count() == 0;
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, true",
        "2024-02-29, true",
        "2025-02-29, false",
        "2025-1-31, false",
        "1999-01-01, false",
        "2200-01-01, false",
        "2025-01-31T00:00, false",
        "20250131, false",
        "today, false"
    })
    void a_day(String yaml, boolean read) {
        assertThat(reads(Form.date(), yaml)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "9, true",
        "0, false",
        "10, false",
        "-1, false",
        "5.0, false",
        "'''5''', false",
        "0x5, false",
        "99999999999999999999, false",
        "five, false"
    })
    void a_whole_number(String yaml, boolean read) {
        assertThat(reads(Form.whole(1, 9), yaml)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "yes, false", "'''true''', false", "1, false"})
    void true_or_false(String yaml, boolean read) {
        assertThat(reads(Form.truth(), yaml)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"one, true", "another one, true", "ANOTHER_ONE, false", "another  one, false", "'', false"})
    void a_choice_in_words(String yaml, boolean read) {
        assertThat(reads(Form.words(Choice.class), yaml)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"ANOTHER_ONE, true", "another_one, false"})
    void a_term_in_capitals(String yaml, boolean read) {
        assertThat(reads(Form.code(Choice.class), yaml)).isEqualTo(read);
    }

    @Test
    void a_phrase_of_any_length() {
        Form<String> form = Form.matching("[A-Z]+(\\.[A-Z]+)*", "词", "words");
        assertThat(reads(form, "A.B")).isTrue();
        assertThat(reads(form, "A" + ".B".repeat(200_000))).isFalse();
    }

    @Test
    void a_text_counts_its_characters_not_their_encoding() {
        assertThat(reads(Form.text(2), "𠮷𠮷")).isTrue();
        assertThat(reads(Form.text(2), "𠮷𠮷𠮷")).isFalse();
        assertThat(reads(Form.text(2), "' '")).isFalse();
    }
}
