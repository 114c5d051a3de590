package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.Depart;
import org.payqual.domain.person.PersonCommand.Enrol;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonEvent.Committed;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.Registered;

/** Rosters bring people all together or not at all, and twice what is on record changes nothing. */
class EnrollingTest {

    private static final LocalDate COMMITTED = LocalDate.of(2025, 1, 6);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 7);
    private static final RegistrationContent NURSE = RegistrationContent.of("NURSING", true);

    /** Knows both institutions and the rules of Tianjin; its own person, registered at H1, is not used here. */
    private final Clerk facts = new Clerk();

    private Person person = Person.UNKNOWN;

    @Test
    void somebodyNewIsMadeKnownCommittedAndRegistered() {
        assertThat(kinds(enrol("H1", COMMITTED, FROM, NURSE)))
                .isEqualTo(List.of(Identified.class, Committed.class, Registered.class));
        assertThat(person.registrationAt("H1", FROM)).isPresent();
    }

    @Test
    void whatIsOnRecordIsNotRecordedAgain() {
        enrol("H1", COMMITTED, FROM, NURSE);

        assertThat(refusal(enrol("H1", COMMITTED, FROM, NURSE)).code()).isEqualTo(PersonCommand.ENROLLED);
    }

    @Test
    void aRegistrationThatEndedSinceIsStillTheOneOnRecord() {
        enrol("H1", COMMITTED, FROM, NURSE);
        record(new Depart("H1", FROM.plusDays(30), DepartureReason.CONTRACT_ENDED));

        assertThat(refusal(enrol("H1", COMMITTED, FROM, NURSE)).code()).isEqualTo(PersonCommand.ENROLLED);
    }

    @Test
    void anotherContentFromTheSameDayIsRefused() {
        enrol("H1", COMMITTED, FROM, NURSE);

        assertThat(refusal(enrol("H1", COMMITTED, FROM, RegistrationContent.of("MEDICAL", true)))
                        .code())
                .isEqualTo("registered-already");
    }

    @Test
    void aCommitmentOnRecordIsTakenAsItIs() {
        enrol("H1", COMMITTED, FROM, NURSE);
        record(new Commit("H2", COMMITTED));

        assertThat(kinds(enrol("H2", COMMITTED, FROM, NURSE))).isEqualTo(List.of(Registered.class));
    }

    @Test
    void aSecondPlaceNeedsACommitmentThere() {
        enrol("H1", COMMITTED, FROM, NURSE);

        assertThat(kinds(enrol("H2", COMMITTED, FROM, NURSE))).isEqualTo(List.of(Committed.class, Registered.class));
    }

    @Test
    void aCommitmentAfterTheRegistrationLeavesNothingBehind() {
        Refusal refusal = refusal(enrol("H1", FROM.plusDays(1), FROM, NURSE));

        assertThat(refusal.provision()).hasToString("TJ-18");
        assertThat(person).isEqualTo(Person.UNKNOWN);
    }

    @Test
    void whoeverWasErasedBetweenTheLookAndTheRecordIsRefused() {
        enrol("H1", COMMITTED, FROM, NURSE);
        record(new Depart("H1", FROM.plusDays(30), DepartureReason.CONTRACT_ENDED));
        record(new PersonCommand.EraseIdentity(FROM.plusDays(31)));
        Person erased = person;

        assertThat(refusal(enrol("H2", COMMITTED, FROM.plusDays(40), NURSE)).code())
                .isEqualTo("identity-erased");
        assertThat(person).isEqualTo(erased);
        assertThat(Deciding.againstKnownByDocument(erased))
                .as("a row of decisions is refused by the same words")
                .contains(refusal(enrol("H2", COMMITTED, FROM.plusDays(40), NURSE)));
        assertThat(Deciding.againstKnownByDocument(Person.UNKNOWN)).isEmpty();
        assertThat(record(new Commit("H2", FROM.plusDays(40))))
                .as("whoever goes by the id is not refused for it")
                .isInstanceOf(Decision.Accepted.class);
    }

    private Decision<PersonEvent> enrol(
            String institution, LocalDate committed, LocalDate from, RegistrationContent says) {
        return record(new Enrol("RESIDENT_ID", committed, new Register(institution, from, says)));
    }

    private Decision<PersonEvent> record(PersonCommand command) {
        Decision<PersonEvent> decision = Deciding.decide(person, command, facts);
        if (decision instanceof Decision.Accepted<PersonEvent> accepted) {
            accepted.events().forEach(it -> person = Person.evolve(person, it));
        }
        return decision;
    }

    private static List<?> kinds(Decision<PersonEvent> decision) {
        return ((Decision.Accepted<PersonEvent>) decision)
                .events().stream().map(Object::getClass).toList();
    }

    private static Refusal refusal(Decision<PersonEvent> decision) {
        return ((Decision.Refused<PersonEvent>) decision).refusal();
    }
}
