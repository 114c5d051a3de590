package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.person.PersonCommand;
import org.payqual.projections.handling.RestingScores;

/** Scores of a record that was merged into another fall in that one, once, and are counted as they were entered. */
class MergedScoresTest {

    private final String handling = "D-" + UUID.randomUUID();
    private HandlingLedger ledger;
    private String closed;
    private String survivor;

    @BeforeEach
    void open() {
        ledger = new HandlingLedger();
        closed = ledger.people(1).getFirst();
        survivor = ledger.people(1).getFirst();
        ledger.decide(handling);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aScoreTakenOverFallsWithItsHandling() {
        HandlingLedger.recorded(ledger.score(closed, handling));
        merge();
        ledger.overturn(handling);
        follow();
        assertThat(ledger.causesOfFall(closed)).isEmpty();
        assertThat(ledger.causesOfFall(survivor)).containsExactly(ledger.overturning(handling));
        assertCounts(1, 1);
    }

    @Test
    void aScoreWhoseHandlingWasOverturnedBeforeTheMergerFallsAfterIt() {
        HandlingLedger.recorded(ledger.score(closed, handling));
        ledger.overturn(handling);
        merge();
        follow();
        assertThat(ledger.causesOfFall(closed)).isEmpty();
        assertThat(ledger.causesOfFall(survivor)).containsExactly(ledger.overturning(handling));
        assertCounts(1, 1);
    }

    @Test
    void aScoreThatFellBeforeTheMergerIsNotTouchedAgain() {
        HandlingLedger.recorded(ledger.score(closed, handling));
        ledger.overturn(handling);
        follow();
        merge();
        follow();
        assertThat(ledger.causesOfFall(closed)).containsExactly(ledger.overturning(handling));
        // Told again as what was taken over, under the name of whoever merged.
        assertThat(ledger.causesOfFall(survivor)).hasSize(1).containsOnlyNulls();
        assertCounts(1, 1);
    }

    @Test
    void ofTwoScoresUnderOneNumberTheWrongOneIsCountedAsFallen() {
        HandlingLedger.recorded(ledger.score(survivor, handling));
        HandlingLedger.recorded(ledger.score(closed, handling));
        HandlingLedger.recorded(ledger.store.submit(
                Target.person(closed), "void", new PersonCommand.CorrectEntry(1, HandlingLedger.DAY, "digest")));
        merge();
        follow();
        assertCounts(2, 1);
        ledger.overturn(handling);
        follow();
        assertThat(ledger.causesOfFall(survivor)).contains(ledger.overturning(handling));
        assertCounts(2, 2);
    }

    @Test
    void whatAMergerIsAboutIsLookedAtWhenTheMergerIsWhole() {
        HandlingLedger.recorded(ledger.score(closed, handling));
        merge();
        follow();
        long begun = position("person.taken-over");
        long ended = position("person.merged");
        Takeovers takeovers = new Takeovers(ledger.jdbc);
        assertThat(ended).isGreaterThan(begun);
        assertThat(takeovers.wholeSince(begun - 1)).isEqualTo(OptionalLong.of(begun - 1));
        for (long position = begun; position < ended; position++) {
            assertThat(takeovers.wholeSince(position)).isEmpty();
        }
        assertThat(takeovers.wholeSince(ended)).isEqualTo(OptionalLong.of(begun));
        assertThat(takeovers.wholeSince(ended + 1)).isEqualTo(OptionalLong.of(ended + 1));
    }

    private void merge() {
        Outcome outcome = ledger.store.submit(
                Target.merging(closed, survivor),
                "merge",
                new PersonCommand.Merge(closed, survivor, HandlingLedger.DAY.plusDays(40), "digest"));
        HandlingLedger.recorded(outcome);
    }

    private void follow() {
        try (Reactor reactor = ledger.reactor()) {
            reactor.start();
            ledger.awaitFollowedUp();
        }
        assertThat(ledger.jdbc.sql("SELECT * FROM reactor.held_up").query().listOfRows())
                .isEmpty();
    }

    private void assertCounts(long recorded, long fallen) {
        RestingScores scores = new RestingScores(ledger.jdbc);
        assertThat(scores.count(handling, scores.reached())).isEqualTo(new RestingScores.Count(recorded, fallen));
    }

    private long position(String event) {
        return ledger.jdbc
                .sql("SELECT l.position FROM ledger.log l JOIN ledger.domain_event_entry e USING (global_index)"
                        + " WHERE e.payload_type = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
