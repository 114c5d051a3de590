package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.rulebook.StandingKind;

/** Two random records of one person, merged: nothing is lost, nothing gets heavier, and all of it goes on. */
class MergingProperties {

    private static final int STEPS = 25;
    private static final List<LocalDate> DAYS = LocalDate.of(2025, 1, 1)
            .datesUntil(LocalDate.of(2027, 1, 1), Period.ofDays(2))
            .toList();

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void the_survivor_holds_what_both_held_and_no_more(@ForAll long seed) {
        Random chance = new Random(seed);
        Clerk closed = one(chance);
        Clerk survivor = other(chance);
        Person before = survivor.person();
        Person apart = closed.person();
        if (!merged(closed, survivor)) {
            assertThat(survivor.person()).isEqualTo(before);
            return;
        }
        Person after = survivor.person();
        assertThat(terms(after)).isEqualTo(both(terms(before), terms(apart)));
        assertThat(after.supervisions()).containsAll(before.supervisions()).containsAll(apart.supervisions());
        assertThat(after.supervisions())
                .hasSize(before.supervisions().size() + apart.supervisions().size());
        assertThat(after.registrations())
                .hasSize(before.registrations().size() + apart.registrations().size());
        for (LocalDate day : DAYS) {
            Standing standing = Standing.of(after, day);
            List<Standing> were = List.of(Standing.of(before, day), Standing.of(apart, day));
            // A measure whose term is served is outranked by one that still runs, whichever record has it.
            boolean running =
                    Stream.of(before, apart).anyMatch(it -> !it.measuresOn(day).isEmpty());
            StandingKind heavier = were.stream()
                    .filter(it -> !running || !it.termServed())
                    .map(Standing::kind)
                    .max(MergingProperties::heavier)
                    .orElseThrow();
            // A termination in one record ends the registrations of the other as well.
            if (heavier != StandingKind.NORMAL || after.terminationsBy(day).isEmpty()) {
                assertThat(standing.kind()).isEqualTo(heavier);
            }
            assertThat(after.pointsOn(day)).isBetween(0, before.pointsOn(day) + apart.pointsOn(day) + repaired(after));
        }
        assertThat(Timeline.of(closed.person()).registrations()).isEmpty();
        assertThat(Timeline.of(closed.person()).memberships()).isEmpty();
        assertThat(Timeline.of(closed.person()).occurrences()).isEmpty();
        Set<Held<Occurrence>> occurrences = new HashSet<>(Timeline.of(before).occurrences());
        occurrences.addAll(Timeline.of(apart).occurrences());
        Set<Held<Occurrence>> now = new HashSet<>(Timeline.of(after).occurrences());
        assertThat(occurrences).containsAll(now);
        // Who worked somewhere without a registration in one record may have had it in the other.
        occurrences.removeAll(now);
        assertThat(occurrences).allMatch(it -> it.value().kind() == Occurrence.Kind.NOT_REGISTERED);
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void an_entry_is_corrected_after_the_merger_as_it_would_have_been_before(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int choice) {
        Random chance = new Random(seed);
        Clerk closed = one(chance);
        Clerk survivor = other(chance);
        Clerk correctedFirst = closed.copy();
        Clerk survivorOfThat = survivor.copy();
        long entry = 1 + choice % closed.person().version();
        long there = survivor.person().version() + 1 + entry;
        if (!(correctedFirst.correct(entry) instanceof Decision.Accepted)
                || !merged(correctedFirst, survivorOfThat)
                || !merged(closed, survivor)) {
            return;
        }
        Statistics.label("corrected")
                .collect(closed.events().get((int) entry).getClass().getSimpleName());
        assertThat(survivor.correct(there)).isInstanceOf(Decision.Accepted.class);
        assertThat(CorrectionProperties.said(survivor.person()))
                .isEqualTo(CorrectionProperties.said(survivorOfThat.person()));
        assertThat(Person.replay(survivor.events())).isEqualTo(survivor.person());
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void whoever_was_merged_goes_on_and_can_be_replayed(@ForAll long seed) {
        Random chance = new Random(seed);
        Clerk first = one(chance);
        Clerk second = other(chance);
        Clerk third = new Clerk(List.of("H5", "H6"), List.of("7", "8"));
        third.live(chance, STEPS);
        if (!merged(first, second)) {
            return;
        }
        second.live(chance, STEPS / 2);
        second.correct(chance.nextInt(second.events().size()));
        boolean twice = merged(second, third);
        Statistics.label("merged on").collect(twice);
        Clerk last = twice ? third : second;
        last.live(chance, STEPS);
        last.correct(chance.nextInt(last.events().size()));
        assertThat(Person.replay(last.events())).isEqualTo(last.person());
        Person forgetting = Person.UNKNOWN.forgetting();
        Timeline known = Timeline.BLANK;
        for (int at = 0; at < last.events().size(); at++) {
            Person next = last.events().get(at) instanceof RecordEvent.EntryCorrected
                    ? Person.replay(last.events().subList(0, at + 1)).forgetting()
                    : Person.evolve(forgetting, last.events().get(at)).forgetting();
            known = at == 0 ? Timeline.of(next) : Timeline.of(next, forgetting, known);
            forgetting = next;
            assertThat(known).isEqualTo(Timeline.of(next));
        }
        assertThat(forgetting).isEqualTo(last.person().forgetting());
    }

    private static boolean merged(Clerk closed, Clerk survivor) {
        Decision<PersonEvent> decision = closed.mergeInto(survivor);
        Statistics.label("merger")
                .collect(
                        decision instanceof Decision.Refused<PersonEvent> refused
                                ? refused.refusal().code()
                                : "accepted");
        return decision instanceof Decision.Accepted;
    }

    private static Clerk one(Random chance) {
        Clerk clerk = new Clerk();
        clerk.live(chance, chance.nextInt(STEPS));
        clerk.correct(chance.nextInt(clerk.events().size()));
        return clerk;
    }

    private static Clerk other(Random chance) {
        Clerk clerk = new Clerk(List.of("H3", "H4"), List.of("4", "5", "6"));
        clerk.live(chance, chance.nextInt(STEPS));
        return clerk;
    }

    private static int repaired(Person person) {
        return person.redress().repairs().values().stream()
                .mapToInt(Repair::points)
                .sum();
    }

    /** Whoever is registered in one record is not unregistered. */
    private static int heavier(StandingKind one, StandingKind other) {
        return Integer.compare(weight(one), weight(other));
    }

    private static int weight(StandingKind kind) {
        return switch (kind) {
            case UNREGISTERED -> 0;
            case NORMAL -> 1;
            case SUSPENDED -> 2;
            case TERMINATED -> 3;
        };
    }

    private static Map<String, PersonEvent.Measure> terms(Person person) {
        Map<String, PersonEvent.Measure> terms = new HashMap<>();
        person.measures().forEach((notice, measure) -> terms.put(notice, measure.terms()));
        return terms;
    }

    private static <T> Map<String, T> both(Map<String, T> one, Map<String, T> other) {
        Map<String, T> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
