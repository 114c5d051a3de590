package org.payqual.query.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.ProblemException;

class CursorTest {

    @Test
    void comesBackAsItWasGiven() {
        Cursor cursor = Cursor.of("list", 42L, LocalDate.of(2025, 6, 1), "-");
        assertThat(Cursor.read(cursor.word(), "list", 4)).isEqualTo(cursor);
        assertThat(cursor.word()).matches("[A-Za-z0-9_-]+");
        assertThat(cursor.number(1)).isEqualTo(42);
    }

    @Test
    void isNotThatOfAnotherListOrLength() {
        String word = Cursor.of("list", 42L).word();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.read(word, "other", 2));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.read(word, "list", 3));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.of("list", "x").number(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "====", "bGlzdA", "bGlzdAo0Mg==="})
    void isRefusedWhereItIsNoWordOfOurs(String word) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.read(word, "list", 2));
    }

    /** A word that somebody made up must be told so, and not reach the database, which would fail. */
    @Test
    void isRefusedWithWhatNoDatabaseTakes() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.read(Cursor.of("list", "\0").word(), "list", 2));
        Cursor cursor = Cursor.of("list", "+999999999-01-01", "-001-01-01", "2025-02-29", "2025-02-28");
        for (int day = 1; day <= 3; day++) {
            int index = day;
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.day(index));
        }
        assertThat(cursor.day(4)).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void takesNoOtherQuestionBesideIt() {
        Cursor.alone(null, null);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.alone(null, "7"));
    }

    @Test
    void todayIsTheDayInShanghai() {
        Today today = new Today(InstantSource.fixed(Instant.parse("2025-12-31T16:00:00Z")));
        assertThat(today.or(null)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(today.or(LocalDate.of(2025, 3, 4))).isEqualTo(LocalDate.of(2025, 3, 4));
    }
}
