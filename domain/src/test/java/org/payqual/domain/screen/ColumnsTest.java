package org.payqual.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese takes two columns of a terminal, and no character is cut in two. */
class ColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "TJ-31.2.1, 9",
        "暂停, 4",
        "暂停 suspended, 14",
        "至，止, 6",
        "'', 0",
        "𠮷野, 4",
        "（样例）, 8",
        "e\u0301, 1",
        "가, 2",
        "–, 1"
    })
    void widthsAreThoseOfATerminal(String text, int width) {
        assertThat(Columns.width(text)).isEqualTo(width);
    }

    @Test
    void fillsUpBesideChineseAsBesideEnglish() {
        assertThat(Columns.padded("暂停", 6) + "|").isEqualTo("暂停  |");
        assertThat(Columns.padded("stop", 6) + "|").isEqualTo("stop  |");
        assertThat(Columns.padded("longer than that", 6)).isEqualTo("longer than that");
    }

    @Test
    void breaksAtSpacesAndElseBetweenChineseCharacters() {
        assertThat(Columns.wrapped("TJ-27.1 TJ-30 TJ-31.2.1", 14)).isEqualTo(List.of("TJ-27.1 TJ-30", "TJ-31.2.1"));
        assertThat(Columns.wrapped("医保支付资格", 7)).isEqualTo(List.of("医保支", "付资格"));
        assertThat(Columns.wrapped("", 7)).isEqualTo(List.of(""));
    }

    @Test
    void aWordWiderThanALineGoesOnInTheNextBestBehindAHyphen() {
        assertThat(Columns.wrapped("see NG-SAME-INSPECTION there", 16))
                .isEqualTo(List.of("see", "NG-SAME-", "INSPECTION there"));
        assertThat(Columns.wrapped("e0340115-7328-467c", 9)).isEqualTo(List.of("e0340115-", "7328-467c"));
        assertThat(Columns.wrapped("abcdefghijk", 4)).isEqualTo(List.of("abcd", "efgh", "ijk"));
        assertThat(Columns.wrapped("看 e\u0301e\u0301e\u0301", 2)).isEqualTo(List.of("看", "e\u0301e\u0301", "e\u0301"));
        assertThat(Columns.wrapped("NG-SAME see", 8)).isEqualTo(List.of("NG-SAME", "see"));
    }

    @Test
    void aRareCharacterStaysWhole() {
        assertThat(Columns.wrapped("𠮷𠮷𠮷", 3)).isEqualTo(List.of("𠮷", "𠮷", "𠮷"));
    }
}
