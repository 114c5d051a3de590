package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.Reminded;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.person.RecordEvent.EntryCorrected;

/** What holds of corrections, whatever was entered before. */
class CorrectionProperties {

    private static final int STEPS = 80;

    /** Says nothing of where a person stands: it holds the place of an event that is thought away. */
    private static final PersonEvent NOTHING = new Reminded(
            "-",
            Talker.AGENCY,
            LocalDate.of(2025, 1, 1),
            new Receipt("-", LocalDate.of(2025, 1, 1), "-", List.of(), List.of()));

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void a_void_entry_is_as_if_it_had_never_been_made(@ForAll long seed, @ForAll @IntRange(max = 200) int choice) {
        Clerk clerk = lived(seed);
        List<PersonEvent> events = clerk.events();
        int place = choice % events.size();
        if (!(clerk.correct(place) instanceof Decision.Accepted<PersonEvent> accepted)
                || !(accepted.events().getFirst() instanceof EntryCorrected correction)
                || correction.voids() == 0) {
            return;
        }
        Statistics.label("void").collect(events.get(place).getClass().getSimpleName());
        Person without = Person.replay(IntStream.range(0, events.size())
                .mapToObj(at -> correction.corrects(at) ? NOTHING : events.get(at))
                .toList());
        Person corrected = Person.evolve(Person.replay(events), correction);
        assertThat(said(corrected)).isEqualTo(said(without.withoutSupervisionOf(correction.endsKeySupervisionOf())));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void what_was_entered_wrongly_and_corrected_changes_nothing_that_comes_after(@ForAll long seed) {
        Random chance = new Random(seed);
        Clerk right = new Clerk();
        right.live(chance, STEPS / 2);
        Clerk corrected = right.copy();
        long entry = corrected.person().version() + 1;
        PersonEvent wrong = null;
        for (int tries = 0; tries < 60 && wrong == null; tries++) {
            if (corrected.enter(corrected.command(chance)) instanceof Decision.Accepted<PersonEvent> accepted) {
                wrong = accepted.events().getFirst();
            }
        }
        if (wrong == null
                || !(corrected.correct(entry) instanceof Decision.Accepted<PersonEvent> correction)
                || correction.events().stream().anyMatch(CorrectionProperties::overturns)) {
            return;
        }
        Statistics.label("wrong").collect(wrong.getClass().getSimpleName());
        assertThat(Timeline.of(corrected.person())).isEqualTo(Timeline.of(right.person()));
        while (right.person().version() < corrected.person().version()) {
            right.record(NOTHING); // so that both give the same numbers to what comes
        }
        for (int step = 0; step < STEPS / 2; step++) {
            PersonCommand next = right.command(chance);
            assertThat(said(corrected.enter(next))).isEqualTo(said(right.enter(next)));
            assertThat(Timeline.of(corrected.person())).isEqualTo(Timeline.of(right.person()));
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void whatever_is_corrected_can_be_replayed_and_goes_on(@ForAll long seed) {
        Random chance = new Random(seed);
        Clerk clerk = new Clerk();
        for (int round = 0; round < 12; round++) {
            clerk.live(chance, 10);
            clerk.correct(chance.nextInt(clerk.events().size()));
            assertThat(Person.replay(clerk.events())).isEqualTo(clerk.person());
            Timeline.of(clerk.person());
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void a_corrected_score_makes_nothing_heavier(@ForAll long seed, @ForAll @IntRange(max = 200) int choice) {
        Clerk clerk = lived(seed);
        Person before = clerk.person();
        List<Long> scores = IntStream.range(0, clerk.events().size())
                .filter(at -> clerk.events().get(at) instanceof Scored)
                .mapToObj(at -> (long) at)
                .toList();
        if (scores.isEmpty() || !(clerk.correct(scores.get(choice % scores.size())) instanceof Decision.Accepted)) {
            return;
        }
        Person after = clerk.person();
        assertThat(before.measures().keySet()).containsAll(after.measures().keySet());
        after.measures().forEach((notice, measure) -> {
            Measure was = before.measures().get(notice).terms();
            assertThat(measure.terms().from()).isEqualTo(was.from());
            assertThat(Consequence.milder(was, measure.terms())).isFalse();
        });
        assertThat(before.supervisions()).containsAll(after.supervisions());
        assertThat(before.pointsOn(LocalDate.of(2025, 12, 31)))
                .isGreaterThanOrEqualTo(after.pointsOn(LocalDate.of(2025, 12, 31)));
    }

    /** A score that comes back falls at once where nobody has yet taken it back with its handling. */
    private static boolean overturns(PersonEvent event) {
        return event instanceof ScoreRevoked it && it.cause() == RevocationCause.HANDLING_OVERTURNED;
    }

    private static Clerk lived(long seed) {
        Clerk clerk = new Clerk();
        clerk.live(new Random(seed), STEPS);
        return clerk;
    }

    /** All that is said of the person, without the record's own numbers and history. */
    static Person said(Person person) {
        return new Person(
                0,
                Dossier.NEW,
                person.commitments(),
                person.registrations(),
                person.notices(),
                person.services(),
                person.measures(),
                person.supervisions(),
                person.redress());
    }

    private static String said(Decision<PersonEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<PersonEvent> accepted ->
                accepted.events().stream()
                        .map(it -> it.getClass().getSimpleName())
                        .toList()
                        .toString();
            // To whom takes scores back, one that was entered wrongly is one that fell.
            case Decision.Refused<PersonEvent> refused ->
                refused.refusal().code().replace("notice-fell", "unknown-notice");
        };
    }
}
