package org.payqual.projections.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.projections.log.SealedEvent;

/** The fold depends on the log alone, whatever it remembers. */
class PersonFoldTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 7);
    private static final Receipt RECEIPT = new Receipt("r", DAY, "00", List.of(), List.of());

    private final List<SealedEvent> log = new ArrayList<>();
    private final Set<String> marked = new HashSet<>();
    private int readings;
    private final Past past = new Past() {
        @Override
        public List<SealedEvent> before(String person, long position) {
            readings++;
            return log.stream()
                    .filter(it -> it.streamId().equals(person) && it.position() < position)
                    .toList();
        }

        @Override
        public boolean stopped(String person) {
            return marked.contains(person);
        }
    };

    @Test
    void whoeverIsRememberedIsNotReadAgain() {
        PersonFold fold = fold(10);
        changed(fold.fold(append("a", identified())));
        changed(fold.fold(append("a", registered())));
        assertThat(readings).isZero();
    }

    @Test
    void whoeverIsForgottenIsReadFromTheLog() {
        PersonFold fold = fold(1);
        changed(fold.fold(append("a", identified())));
        changed(fold.fold(append("b", identified())));
        Turn.Changed again = changed(fold.fold(append("a", registered())));
        assertThat(readings).isOne();
        assertThat(again.before().standings()).hasSize(1);
        assertThat(again.after().standings()).hasSize(2);
    }

    @Test
    void anEventThatComesAgainChangesTheSame() {
        PersonFold fold = fold(10);
        fold.fold(append("a", identified()));
        SealedEvent second = append("a", registered());
        SealedEvent third = append("a", departed());
        List<Turn> first = List.of(fold.fold(second), fold.fold(third));
        assertThat(List.of(fold.fold(second), fold.fold(third))).isEqualTo(first);
    }

    @Test
    void aStopThatWasTakenBackIsFoundAgain() {
        PersonFold fold = fold(10);
        fold.fold(append("a", identified()));
        SealedEvent twice = append("a", identified());
        assertThat(fold.fold(twice)).isInstanceOf(Turn.Stopped.class);
        assertThat(fold.fold(twice)).isInstanceOf(Turn.Stopped.class);
        assertThat(fold.fold(append("a", registered()))).isInstanceOf(Turn.StillStopped.class);
        changed(fold.fold(append("b", identified())));
    }

    @Test
    void whoeverIsMarkedStaysStoppedAlthoughThisBuildCouldFollow() {
        PersonFold fold = fold(10);
        append("a", identified());
        marked.add("a");
        assertThat(fold.fold(append("a", registered()))).isInstanceOf(Turn.StillStopped.class);
        assertThat(readings).isZero();
    }

    @Test
    void whatCannotBeReadOrKeptStopsThePerson() {
        assertThat(stopped(payload("person.unheard-of", ""))).contains("person.unheard-of");
        assertThat(stopped(payload("person.identified", ",\"documentType\":1"))).contains("documentType");
        assertThat(stopped(payload("person.identified", ",\"documentType\":\"\\u0000\"")))
                .contains("zero character");
        assertThat(stopped(payload("inspection.opened", ",\"institution\":\"H1\",\"opened\":\"2025-01-01\"")))
                .isNotEmpty();
        assertThat(stopped(sealed(
                        "a", 7, "person.identified", 1, encoded(identified()).payload())))
                .isEqualTo("event 7 follows event -1");
    }

    @Test
    void aCorrectionHasTheEventsReadAgainAndIsExactWhoeverIsRemembered() {
        for (int capacity : List.of(1, 10)) {
            PersonFold fold = fold(capacity);
            log.clear();
            readings = 0;
            changed(fold.fold(append("a", identified())));
            changed(fold.fold(append("a", registered())));
            Turn.Changed departure = changed(fold.fold(append("a", departed())));
            Turn.Changed correction = changed(
                    fold.fold(append("a", new RecordEvent.EntryCorrected(2, 1, DAY, List.of(), List.of(), "digest"))));
            assertThat(readings).isOne();
            assertThat(correction.before()).isEqualTo(departure.after());
            assertThat(correction.after()).isEqualTo(departure.before());
            Turn.Changed again = changed(fold.fold(append("a", departed())));
            assertThat(readings).isOne();
            assertThat(again.after()).isEqualTo(departure.after());
            changed(fold.fold(append("b", identified())));
            assertThat(changed(fold.fold(append(
                                    "a", new RecordEvent.EntryCorrected(4, 1, DAY, List.of(), List.of(), "digest"))))
                            .after())
                    .isEqualTo(departure.before());
        }
    }

    private String stopped(SealedEvent event) {
        return switch (fold(10).fold(event)) {
            case Turn.Stopped stopped -> stopped.reason();
            case Turn other -> "not stopped";
        };
    }

    private PersonFold fold(int capacity) {
        return new PersonFold(Events.codec(), past, capacity);
    }

    private static Turn.Changed changed(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Changed.class);
        return (Turn.Changed) turn;
    }

    private SealedEvent append(String person, PersonEvent event) {
        long sequence = log.stream().filter(it -> it.streamId().equals(person)).count();
        EventCodec.Encoded encoded = encoded(event);
        SealedEvent sealed = sealed(person, sequence, encoded.name(), encoded.version(), encoded.payload());
        log.add(sealed);
        return sealed;
    }

    private static EventCodec.Encoded encoded(PersonEvent event) {
        return Events.codec().encode(event);
    }

    private SealedEvent payload(String name, String components) {
        String json = "{\"salt\":\"" + "0".repeat(32) + "\"" + components + "}";
        return sealed("x", 0, name, 1, json.getBytes(StandardCharsets.UTF_8));
    }

    private SealedEvent sealed(String person, long sequence, String name, int version, byte[] payload) {
        return new SealedEvent(
                log.size(),
                Instant.EPOCH,
                StreamType.PERSON,
                person,
                sequence,
                "e" + log.size(),
                Instant.EPOCH,
                name,
                version,
                payload,
                new byte[0],
                new byte[32]);
    }

    private static PersonEvent identified() {
        return new PersonEvent.Identified("PASSPORT");
    }

    private static PersonEvent registered() {
        return new PersonEvent.Registered("H1", DAY, RegistrationContent.of("MEDICAL", true), RECEIPT);
    }

    private static PersonEvent departed() {
        return new PersonEvent.Departed("H1", DAY.plusDays(9), DepartureReason.OTHER, RECEIPT);
    }
}
