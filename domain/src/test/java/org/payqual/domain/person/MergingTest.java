package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.person.RecordEvent.TakenOver;
import org.payqual.domain.rulebook.Responsibility;

/** What keeps two records apart, and what can follow a merger. */
class MergingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private final Clerk closed = new Clerk();
    private final Clerk survivor = new Clerk(List.of("H3"), List.of("4"));

    @Test
    void nothingFollowsInAClosedRecordAndItHoldsNothing() {
        accepted(closed.mergeInto(survivor));
        Person person = closed.person();
        assertThat(person.registrations()).isEmpty();
        assertThat(person.commitments()).isEmpty();
        assertThat(code(closed.enter(new PersonCommand.Commit("H1", DAY)))).isEqualTo("person-merged");
        assertThat(code(closed.enter(new PersonCommand.Identify("PASSPORT")))).isEqualTo("person-merged");
        assertThat(code(closed.correct(1))).isEqualTo("person-merged");
        assertThatThrownBy(() -> Person.evolve(person, closed.events().get(1))).isInstanceOf(MalformedHistory.class);
        assertThatThrownBy(() -> Person.evolve(
                        person, new RecordEvent.EntryCorrected(1, 0, DAY, List.of(), List.of(), "digest")))
                .isInstanceOf(MalformedHistory.class);
    }

    @Test
    void theSurvivorTellsTheWholeStoryOfTheOther() {
        accepted(closed.mergeInto(survivor));
        List<PersonEvent> told = survivor.events();
        assertThat(told.get(3))
                .isEqualTo(new TakenOver(
                        "closed", 2, DAY.withMonth(1).withDayOfMonth(1).plusYears(1)));
        assertThat(told.subList(4, told.size())).isEqualTo(closed.events().subList(1, 3));
        assertThat(survivor.person().registrations()).hasSize(2);
        assertThat(survivor.person().registrations().getLast().recorded()).isEqualTo(5);
    }

    @Test
    void aRecordOfNothingButAnIdentityIsMerged() {
        Clerk blank = new Clerk(List.of("H5"), List.of("7"));
        accepted(blank.correct(2));
        accepted(blank.correct(1));
        accepted(blank.mergeInto(survivor));
        assertThat(survivor.person().registrations()).hasSize(1);
        assertThat(Person.replay(survivor.events())).isEqualTo(survivor.person());
    }

    @Test
    void neitherMergersNorWhatIsUnderANumberOfBothIsCorrectedAway() {
        accepted(closed.mergeInto(survivor));
        assertThat(code(survivor.correct(3))).isEqualTo("entry-not-correctable");
        accepted(survivor.correct(5));
        assertThat(code(survivor.correct(5))).isEqualTo("corrected-already");
        assertThat(survivor.person().registrations()).hasSize(1);
    }

    @Test
    void aNumberUsedInBothKeepsThemApartUntilOneWasEnteredWrongly() {
        Clerk same = new Clerk(List.of("H3"), List.of("1"));
        accepted(closed.enter(score("1", "D1", "V1")));
        accepted(same.enter(score("1", "D2", "V2")));
        assertThat(code(closed.mergeInto(same))).isEqualTo("id-in-both");
        accepted(closed.correct(3));
        accepted(closed.mergeInto(same));
        assertThat(same.person().notice("1").handling()).isEqualTo("D2");
        assertThat(same.person().pointsOn(DAY)).isEqualTo(4);
        assertThat(Person.replay(same.events())).isEqualTo(same.person());
    }

    @Test
    void aScoreCorrectedForTheMergerIsEnteredAnewAfterItAndSeesBoth() {
        accepted(closed.enter(score("1", "D1", "V1")));
        accepted(survivor.enter(score("4", "D2", "V2")));
        assertThat(code(closed.mergeInto(survivor))).isEqualTo("total-undecided");
        accepted(closed.correct(3));
        accepted(closed.mergeInto(survivor));
        accepted(survivor.enter(score("1", "D1", "V1")));
        assertThat(survivor.person().pointsOn(DAY)).isEqualTo(8);
        assertThat(survivor.person().keySupervisionOn(DAY)).isTrue();
    }

    @Test
    void aStoryThatUsesANumberOfTheSurvivorCannotBeFollowed() {
        Clerk same = new Clerk(List.of("H3"), List.of("1"));
        accepted(closed.enter(score("1", "D1", "V1")));
        accepted(same.enter(score("1", "D2", "V2")));
        List<PersonEvent> taken =
                Deciding.takingOver(closed.person(), "closed", same.person(), new Merged("survivor", DAY, "digest"));
        Person before = taken.subList(0, taken.size() - 1).stream()
                .reduce(same.person(), Person::evolve, (one, other) -> other);
        assertThatThrownBy(() -> Person.evolve(before, taken.getLast())).isInstanceOf(MalformedHistory.class);
    }

    private static PersonCommand score(String notice, String handling, String violation) {
        return new PersonCommand.Score(
                notice,
                handling,
                DAY.plusYears(1),
                DAY,
                null,
                null,
                true,
                List.of(new ClaimedFinding(
                        violation,
                        "TJ-27.1",
                        Responsibility.GENERAL,
                        null,
                        null,
                        LocalDate.of(2025, 1, 2),
                        38,
                        null,
                        null,
                        null,
                        null)));
    }

    private static void accepted(Decision<PersonEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
    }

    private static String code(Decision<PersonEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<PersonEvent>) decision).refusal().code();
    }
}
