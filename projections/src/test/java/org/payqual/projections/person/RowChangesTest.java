package org.payqual.projections.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.person.Held;

/** Rows end and begin at the very position, also when both happen within one run. */
class RowChangesTest {

    private static final Held<String> A = held(1, "a");
    private static final Held<String> B = held(1, "b");
    private static final Held<String> C = held(2, "c");

    private final RowChanges<String> changes = new RowChanges<>();

    @Test
    void whatWasThereBeforeEndsAndWhatIsNewBegins() {
        changes.change("p", 7, List.of(A, C), List.of(B, C));
        assertThat(changes.closings()).containsExactly(new Closing<>("p", A, 7));
        assertThat(changes.rows()).containsExactly(new Known<>("p", B, 7, null));
    }

    @Test
    void whatBeginsAndEndsWithinTheRunIsKeptAsEnded() {
        changes.change("p", 7, List.of(A), List.of(B));
        changes.change("q", 8, List.of(), List.of(A));
        changes.change("p", 9, List.of(B), List.of(A));
        assertThat(changes.closings()).containsExactly(new Closing<>("p", A, 7));
        assertThat(changes.rows())
                .containsExactlyInAnyOrder(
                        new Known<>("p", B, 7, 9L), new Known<>("p", A, 9, null), new Known<>("q", A, 8, null));
    }

    @Test
    void whoeverStopsHasNoOpenRowLeft() {
        changes.change("p", 7, List.of(), List.of(A, C));
        changes.change("p", 8, List.of(A, C), List.of(B, C));
        changes.stop("p", 9);
        assertThat(changes.rows())
                .containsExactlyInAnyOrder(
                        new Known<>("p", A, 7, 8L), new Known<>("p", B, 8, 9L), new Known<>("p", C, 7, 9L));
    }

    private static Held<String> held(int day, String value) {
        return new Held<>(LocalDate.of(2025, 1, day), null, value);
    }
}
