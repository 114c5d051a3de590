package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.FactSeen;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonEvent.Decided;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.RulebookReader;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.domain.scenario.Playing;

/** What every decision says of the law by which it was made, and of the facts that it looked at. */
class ReceiptsTest implements TianjinAlone {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Rulebook NEXT_DOOR = nextDoor();
    private static final FactSeen H1 = new FactSeen(StreamType.INSTITUTION, "H1", 0);

    private final Map<String, Handling> handlings = new HashMap<>();
    private final List<PersonEvent> events = new ArrayList<>();
    private Person person = Person.UNKNOWN;

    @BeforeEach
    void scoredHereAndNextDoor() {
        enter(new PersonCommand.Identify("RESIDENT_ID"));
        enter(new PersonCommand.Commit("H1", DAY));
        enter(new PersonCommand.Register("H1", DAY, RegistrationContent.of("MEDICAL", true)));
        score("N1", "H1", Responsibility.PRIMARY);
        score("N2", "B1", Responsibility.GENERAL);
        assertThat(last().receipt().rulebook()).isEqualTo(NEXT_DOOR.id());
        assertThat(person.measures()).containsOnlyKeys("N2");
    }

    @Test
    void a_measure_that_falls_with_an_overturned_handling_names_the_law_of_its_own_notice() {
        handlings.computeIfPresent("DN1", (id, it) -> it.overturnedOn(DAY.plusMonths(1)));
        enter(new PersonCommand.RevokeOverturned("N1"));
        assertFell(List.of(new FactSeen(StreamType.HANDLING, "DN1", 1)));
    }

    @Test
    void so_does_one_that_falls_by_an_appeal() {
        enter(new AppealCommand.File("A1", "N1", Party.PERSON, DAY, AppealGround.FACTS, true, true, null, "H1"));
        assertThat(last().receipt().facts()).containsExactly(H1);
        enter(new AppealCommand.Explain("A1", DAY, null));
        enter(new AppealCommand.Decide(
                "A1",
                DAY,
                AppealOutcome.REVOKED,
                person.redress().appeals().get("A1").handler(),
                null,
                AppealGround.FACTS,
                "digest",
                List.of()));
        assertFell(List.of(H1));
    }

    @Test
    void so_does_one_that_falls_with_a_wrong_entry() {
        enter(new PersonCommand.CorrectEntry(3, DAY, "digest"));
        assertFell(List.of());
    }

    @Test
    void whatever_follows_a_notice_names_the_institution_that_chose_the_law() {
        for (PersonCommand step : List.of(
                new PersonCommand.ServeNotice("N1", Party.PERSON, DAY, null),
                new PersonCommand.Remind("N1", Talker.AGENCY, DAY),
                new PersonCommand.Interview("N1", DAY),
                new PersonCommand.Train(DAY, "H1"),
                new RestorationCommand.Request("R1", DAY, "H1", true),
                new RestorationCommand.Decide("R1", DAY, false, "digest"),
                new RestorationCommand.Request("R2", DAY, "H1", true),
                new RestorationCommand.Decide("R2", DAY, true, null))) {
            enter(step);
            assertThat(last().receipt().facts()).as(step.toString()).containsExactly(H1);
        }
    }

    private void assertFell(List<FactSeen> facts) {
        assertThat(last()).isInstanceOf(PersonEvent.SuspensionRevoked.class);
        Receipt receipt = last().receipt();
        assertThat(receipt.rulebook()).isEqualTo(NEXT_DOOR.id());
        assertThat(receipt.sha256()).isEqualTo(NEXT_DOOR.sha256());
        assertThat(receipt.facts()).isEqualTo(facts);
        assertThat(person.measures()).isEmpty();
    }

    private Decided last() {
        return (Decided) events.getLast();
    }

    private void score(String notice, String institution, Responsibility degree) {
        handlings.put(
                "D" + notice,
                new Handling(
                        "D" + notice,
                        "I" + notice,
                        institution,
                        HandlingKind.ADMINISTRATIVE_PENALTY,
                        DAY,
                        List.of(38),
                        List.of(),
                        null,
                        null,
                        0));
        enter(new PersonCommand.Score(
                notice,
                "D" + notice,
                DAY,
                null,
                null,
                null,
                true,
                List.of(new ClaimedFinding(
                        "V" + notice, "TJ-27.1", degree, null, null, DAY, 38, null, null, null, null))));
    }

    private void enter(PersonCommand command) {
        Decision<PersonEvent> decision = Deciding.decide(person, command, this);
        assertThat(decision).as(command.toString()).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted<PersonEvent>) decision).events().forEach(event -> {
            events.add(event);
            person = Person.evolve(person, event);
        });
    }

    private static Rulebook nextDoor() {
        String file = new String(ShippedRulebooks.file(Playing.TIANJIN.id()).orElseThrow(), StandardCharsets.UTF_8);
        Outcome<Rulebook> read = RulebookReader.read(file.replace("id: tianjin-2025", "id: next-door-2025")
                .replace("regions: ['12']", "regions: ['13']")
                .getBytes(StandardCharsets.UTF_8));
        return read.expectSound();
    }

    @Override
    public Optional<Institution> institution(String code) {
        String region = code.equals("B1") ? "130101" : "120101";
        return Optional.of(new Institution(code, InstitutionKind.HOSPITAL, true, region, DAY, null, 0));
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.ofNullable(handlings.get(id));
    }

    @Override
    public Optional<Rulebook> governing(String region, LocalDate day) {
        return Optional.of(region.startsWith("13") ? NEXT_DOOR : Playing.TIANJIN);
    }

    @Override
    public Optional<Rulebook> rulebook(String id) {
        return Optional.of(id.equals(NEXT_DOOR.id()) ? NEXT_DOOR : Playing.TIANJIN);
    }
}
