package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.RecordEvent.EntryCorrected;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;

/** What a correction takes with it, brings back, and leaves for others to be corrected first. */
class CorrectingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private final Clerk clerk = new Clerk();

    @BeforeEach
    void nothingButARegistration() {
        assertThat(clerk.person().version()).isEqualTo(2);
    }

    @Test
    void a_score_falls_and_what_it_had_made_heavier_becomes_milder() {
        long wrong = entered(score("1", Responsibility.PRIMARY));
        entered(score("2", Responsibility.GENERAL));
        assertThat(term("2")).isEqualTo("P3M");
        corrected(wrong);
        assertThat(clerk.person().measures()).isEmpty();
        assertThat(clerk.person().pointsOn(DAY)).isEqualTo(4);
        assertThat(clerk.person().supervisions()).isEmpty();
        entered(score("1", Responsibility.IMPORTANT));
        assertThat(term("1")).isEqualTo("P1M");
        assertThat(clerk.person().notices().keySet()).containsExactly("2", "1");
    }

    @Test
    void a_notice_entered_anew_was_never_served_or_appealed_against() {
        long wrong = entered(score("1", Responsibility.PRIMARY));
        entered(new PersonCommand.ServeNotice("1", Party.PERSON, DAY, DAY));
        entered(appeal("1", "1"));
        assertThat(refused(wrong)).isEqualTo("appeal-open");
        entered(decide("1", AppealOutcome.UPHELD));
        assertThat(code(clerk.enter(appeal("2", "1")))).isEqualTo("appealed-already");
        corrected(wrong);
        assertThat(code(clerk.enter(new PersonCommand.Interview("1", DAY)))).isEqualTo("unknown-notice");
        assertThat(code(clerk.enter(appeal("2", "1")))).isEqualTo("unknown-notice");
        entered(score("1", Responsibility.GENERAL));
        entered(appeal("2", "1"));
        entered(new PersonCommand.ServeNotice("1", Party.PERSON, DAY, DAY));
    }

    @Test
    void a_wrong_decision_on_an_appeal_is_taken_back_with_all_that_it_changed() {
        entered(score("1", Responsibility.PRIMARY));
        entered(score("2", Responsibility.GENERAL));
        Person before = clerk.person();
        entered(appeal("1", "1"));
        Person appealed = clerk.person();
        long decided = entered(decide("1", AppealOutcome.REVOKED));
        assertThat(clerk.person().measures()).isEmpty();
        assertThat(refused(decided + 1)).isEqualTo("entry-is-consequence");
        Decision.Accepted<PersonEvent> correction = accepted(clerk.correct(decided));
        assertThat(((EntryCorrected) correction.events().getFirst()).restores()).containsExactly("1");
        assertThat(clerk.person().measures()).isEqualTo(before.measures());
        assertThat(clerk.person().supervisions()).isEqualTo(before.supervisions());
        assertThat(clerk.person().redress()).isEqualTo(appealed.redress());
        entered(decide("1", AppealOutcome.UPHELD));
    }

    /**
     * The measure of the second notice comes back as it stood; the first has fallen meanwhile, and it follows no more.
     */
    @Test
    void what_comes_back_is_no_heavier_than_what_follows_by_now() {
        entered(score("1", Responsibility.IMPORTANT));
        entered(score("2", Responsibility.PRIMARY));
        assertThat(term("2")).isEqualTo("P5M");
        entered(appeal("1", "2"));
        entered(appeal("2", "1"));
        long decided = entered(decide("1", AppealOutcome.REVOKED));
        entered(decide("2", AppealOutcome.REVOKED));
        Decision.Accepted<PersonEvent> correction = accepted(clerk.correct(decided));
        assertThat(((EntryCorrected) correction.events().getFirst()).endsKeySupervisionOf())
                .isEmpty();
        assertThat(clerk.person().measures()).isEmpty();
        assertThat(clerk.person().keySupervisionOn(DAY)).isTrue();
        assertThat(clerk.person().pointsOn(DAY)).isEqualTo(6);
    }

    @Test
    void key_supervision_that_comes_back_and_no_longer_follows_ends() {
        entered(score("1", Responsibility.GENERAL));
        entered(score("2", Responsibility.GENERAL));
        entered(appeal("1", "2"));
        entered(appeal("2", "1"));
        long decided = entered(decide("1", AppealOutcome.REVOKED));
        entered(decide("2", AppealOutcome.REVOKED));
        Decision.Accepted<PersonEvent> correction = accepted(clerk.correct(decided));
        assertThat(((EntryCorrected) correction.events().getFirst()).endsKeySupervisionOf())
                .containsExactly("2");
        assertThat(clerk.person().keySupervisionOn(DAY)).isFalse();
        assertThat(clerk.person().pointsOn(DAY)).isEqualTo(4);
    }

    @Test
    void a_score_that_comes_back_falls_with_its_handling_overturned_meanwhile() {
        entered(score("1", Responsibility.PRIMARY));
        entered(appeal("1", "1"));
        long decided = entered(decide("1", AppealOutcome.REVOKED));
        clerk.overturn("1", DAY);
        Decision.Accepted<PersonEvent> correction = accepted(clerk.correct(decided));
        assertThat(correction.events().getLast())
                .isInstanceOfSatisfying(
                        ScoreRevoked.class,
                        it -> assertThat(it.cause()).isEqualTo(RevocationCause.HANDLING_OVERTURNED));
        assertThat(clerk.person().pointsOn(DAY)).isZero();
        assertThat(refused(clerk.person().version())).isEqualTo("entry-not-correctable");
    }

    @Test
    void a_grant_that_was_none_gives_the_points_and_the_month_back() {
        entered(score("1", Responsibility.PRIMARY));
        entered(score("2", Responsibility.GENERAL));
        entered(new RepairCommand.Request(
                "1", DAY, "H1", Path.ACTIVITY, null, true, new RepairEvidence(null, null, "A")));
        long granted = entered(new RepairCommand.Grant("1", DAY, true, true));
        assertThat(clerk.events().getLast()).isInstanceOf(SuspensionChanged.class);
        assertThat(term("2")).isEqualTo("P2M");
        assertThat(refused(granted - 1)).isEqualTo("entry-is-built-on");
        corrected(granted);
        assertThat(term("2")).isEqualTo("P3M");
        assertThat(clerk.person().pointsOn(DAY)).isEqualTo(10);
        assertThat(clerk.person().redress().repairs().get("1").pending()).isTrue();
        entered(new RepairCommand.Grant("1", DAY.plusDays(1), true, true));
    }

    @Test
    void a_registration_after_another_one_rests_on_the_departure_between_them() {
        long departed = entered(new PersonCommand.Depart("H1", DAY, DepartureReason.RETIRED));
        long again =
                entered(new PersonCommand.Register("H1", DAY.plusDays(9), RegistrationContent.of("NURSING", true)));
        Decision<PersonEvent> decision = clerk.correct(departed);
        assertThat(code(decision)).isEqualTo("entry-is-built-on");
        assertThat(((Decision.Refused<PersonEvent>) decision).refusal().en()).contains("entry " + again + " rests on");
        corrected(again);
        corrected(departed);
        assertThat(clerk.person().registrationAt("H1", DAY)).isPresent();
        assertThat(refused(departed)).isEqualTo("corrected-already");
    }

    @Test
    void a_registration_after_a_termination_rests_on_the_restoration() {
        entered(score("1", Responsibility.PRIMARY));
        entered(score("2", Responsibility.PRIMARY));
        LocalDate later = DAY.plusYears(1).plusDays(9);
        entered(new PersonCommand.Commit("H2", later));
        entered(new RestorationCommand.Request("1", later, "H2", true));
        long granted = entered(new RestorationCommand.Decide("1", later, true, null));
        long again = entered(new PersonCommand.Register("H2", later, RegistrationContent.of("NURSING", true)));
        assertThat(refused(granted)).isEqualTo("entry-is-built-on");
        corrected(again);
        corrected(granted);
        assertThat(code(clerk.enter(new PersonCommand.Register("H2", later, RegistrationContent.of("NURSING", true)))))
                .isEqualTo("not-restored");
    }

    @Test
    void a_correction_of_nothing_or_without_the_events_cannot_be_folded() {
        EntryCorrected correction = new EntryCorrected(2, 1, DAY, List.of(), List.of(), "digest");
        Person person = clerk.person();
        assertThat(Person.evolve(person, correction).registrations()).isEmpty();
        assertThatThrownBy(() -> Person.evolve(person.forgetting(), correction))
                .isInstanceOf(IllegalStateException.class);
        for (EntryCorrected beyond : List.of(
                new EntryCorrected(3, 1, DAY, List.of(), List.of(), "digest"),
                new EntryCorrected(3, 0, DAY, List.of(), List.of(), "digest"),
                new EntryCorrected(2, 2, DAY, List.of(), List.of(), "digest"),
                new EntryCorrected(0, 1, DAY, List.of(), List.of(), "digest"))) {
            assertThatThrownBy(() -> Person.evolve(person, beyond)).isInstanceOf(MalformedHistory.class);
        }
        entered(new PersonCommand.Depart("H1", DAY, DepartureReason.RETIRED));
        assertThatThrownBy(() -> Person.evolve(clerk.person(), correction))
                .isInstanceOf(MalformedHistory.class)
                .hasMessageContaining("event 3");
    }

    @Test
    void scores_stand_again_whose_handling_was_overturned_by_a_clerks_error() {
        entered(score("1", Responsibility.PRIMARY));
        entered(score("2", Responsibility.GENERAL));
        entered(appeal("1", "1"));
        Person before = clerk.person();
        PersonCommand reinstate = new PersonCommand.Reinstate("1", DAY.plusDays(2), "digest");
        assertThat(code(clerk.enter(reinstate))).isEqualTo("not-fallen-so");
        clerk.overturn("1", DAY);
        entered(new PersonCommand.RevokeOverturned("1"));
        assertThat(clerk.person().measures()).isEmpty();
        assertThat(clerk.person().redress().appeals().get("1").open()).isFalse();
        assertThat(code(clerk.enter(reinstate))).isEqualTo("handling-overturned");

        clerk.letStand("1");
        entered(reinstate);

        assertThat(clerk.person().measures()).isEqualTo(before.measures());
        assertThat(clerk.person().supervisions()).isEqualTo(before.supervisions());
        assertThat(clerk.person().redress().appeals().get("1").open()).isTrue();
        assertThat(clerk.person().pointsOn(DAY)).isEqualTo(10);
        assertThat(code(clerk.enter(reinstate))).isEqualTo("not-fallen-so");
        assertThat(code(clerk.enter(new PersonCommand.RevokeOverturned("1")))).isEqualTo("handling-stands");
        clerk.overturn("1", DAY.plusDays(3));
        entered(new PersonCommand.RevokeOverturned("1"));
        assertThat(clerk.person().measures()).isEmpty();
    }

    @Test
    void what_was_recorded_since_keeps_a_score_from_standing_again() {
        entered(new PersonCommand.Score(
                "1",
                "D1",
                DAY.plusYears(1),
                DAY,
                null,
                null,
                true,
                List.of(new ClaimedFinding(
                        "V1",
                        "TJ-29.1",
                        Responsibility.PRIMARY,
                        null,
                        null,
                        LocalDate.of(2025, 1, 2),
                        40,
                        null,
                        null,
                        null,
                        null))));
        clerk.overturn("1", DAY);
        entered(new PersonCommand.RevokeOverturned("1"));
        entered(new PersonCommand.Commit("H2", DAY.plusDays(5)));
        long registered =
                entered(new PersonCommand.Register("H2", DAY.plusDays(6), RegistrationContent.of("MEDICAL", false)));
        clerk.letStand("1");
        PersonCommand reinstate = new PersonCommand.Reinstate("1", DAY.plusDays(9), "digest");
        assertThat(code(clerk.enter(reinstate))).isEqualTo("entry-is-built-on");
        corrected(registered);
        entered(reinstate);
        assertThat(clerk.person().measures()).containsOnlyKeys("1");
    }

    private PersonCommand score(String id, Responsibility degree) {
        return new PersonCommand.Score(
                id,
                "D" + id,
                DAY.plusYears(1),
                DAY,
                null,
                null,
                true,
                List.of(new ClaimedFinding(
                        "W" + id,
                        "TJ-27.1",
                        degree,
                        null,
                        null,
                        LocalDate.of(2025, 1, 2),
                        38,
                        null,
                        null,
                        null,
                        null)));
    }

    private static PersonCommand appeal(String id, String notice) {
        return new AppealCommand.File(id, notice, Party.PERSON, DAY, AppealGround.FACTS, true, true, null, "H1");
    }

    private static PersonCommand decide(String id, AppealOutcome outcome) {
        AppealGround ground = outcome == AppealOutcome.UPHELD ? null : AppealGround.FACTS;
        return new AppealCommand.Decide(id, DAY, outcome, Determiner.AGENCY, null, ground, "digest", List.of());
    }

    private String term(String notice) {
        return clerk.person().measures().get(notice).terms().term();
    }

    private long entered(PersonCommand command) {
        long entry = clerk.person().version() + 1;
        accepted(clerk.enter(command));
        return entry;
    }

    private void corrected(long entry) {
        accepted(clerk.correct(entry));
    }

    private String refused(long entry) {
        return code(clerk.correct(entry));
    }

    private static Decision.Accepted<PersonEvent> accepted(Decision<PersonEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<PersonEvent>) decision;
    }

    private static String code(Decision<PersonEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<PersonEvent>) decision).refusal().code();
    }
}
