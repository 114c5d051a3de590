package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.payqual.domain.person.Lives.Life;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.domain.scenario.Playing;

/** What holds of deciding and folding, whatever the life. */
class FoldProperties {

    private static final int DAYS = 800;

    @Provide
    Arbitrary<Life> lives() {
        return Lives.lives(14);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_same_life_is_decided_the_same(@ForAll("lives") Life life) {
        Lived once = Lived.of(life);
        Lived again = Lived.of(life);
        assertThat(again.events()).isEqualTo(once.events());
        assertThat(again.person()).isEqualTo(once.person());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_replay_gives_the_person_that_was_decided_on(@ForAll("lives") Life life) {
        Lived lived = Lived.of(life);
        assertThat(Person.replay(lived.events())).isEqualTo(lived.person());
        assertThat(lived.person().version()).isEqualTo(lived.events().size() - 1L);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void an_overturned_handling_makes_nothing_heavier(
            @ForAll("lives") Life life, @ForAll @IntRange(max = 7) int choice) {
        Lived lived = Lived.of(life);
        Person before = lived.person();
        lived.happen(new Lives.Overturned(choice));
        Person after = lived.person();
        assertThat(before.measures().keySet()).containsAll(after.measures().keySet());
        after.measures().forEach((notice, measure) -> {
            Measure was = before.measures().get(notice).terms();
            assertThat(measure.terms().from()).isEqualTo(was.from());
            assertThat(measure.terms().kind()).isLessThanOrEqualTo(was.kind());
            assertThat(measure.terms().kind() != was.kind()
                            || !measure.terms().until().isAfter(was.until()))
                    .isTrue();
        });
        assertThat(before.supervisions()).containsAll(after.supervisions());
    }

    /** Not the same as the above: a suspension that falls may lay bare a served termination that it outranked. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void an_overturned_handling_takes_no_payment_away(
            @ForAll("lives") Life life, @ForAll @IntRange(max = 7) int choice, @ForAll boolean emergency) {
        Lived lived = Lived.of(life);
        SettlementSpans before = SettlementSpans.of(lived.person());
        lived.happen(new Lives.Overturned(choice));
        SettlementSpans after = SettlementSpans.of(lived.person());
        assertThat(days(lived)
                        .filter(day -> payable(before, day, emergency))
                        .filter(day -> !payable(after, day, emergency)))
                .isEmpty();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void what_does_not_depend_on_the_notice_that_fell_stays(
            @ForAll("lives") Life life, @ForAll @IntRange(max = 7) int choice) {
        Lived lived = Lived.of(life);
        List<String> inForce = lived.inForce();
        if (inForce.isEmpty()) {
            return;
        }
        String falling = inForce.get(choice % inForce.size());
        Person before = lived.person();
        lived.overturn(falling);
        assertThat(independent(lived.person(), before, falling)).isEqualTo(independent(before, before, falling));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void no_total_is_ever_negative_and_the_notices_add_up_to_it(@ForAll("lives") Life life) {
        Lived lived = Lived.of(life);
        Person person = lived.person();
        days(lived).forEach(day -> assertThat(person.pointsOn(day)).isNotNegative());
        person.notices()
                .keySet()
                .forEach(it -> assertThat(person.yearPoints().addedBy(it)).isNotNegative());
        int added =
                lived.inForce().stream().mapToInt(person.yearPoints()::addedBy).sum();
        int ofTheYears = Stream.of(0, 1)
                .mapToInt(it -> person.pointsOn(LocalDate.of(lived.first().getYear() + it, 12, 31)))
                .sum();
        assertThat(added).isEqualTo(ofTheYears);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void when_everything_fell_nothing_is_left(@ForAll("lives") Life life) {
        Lived lived = Lived.of(life);
        lived.inForce().forEach(lived::overturn);
        Person person = lived.person();
        assertThat(person.measures()).isEmpty();
        assertThat(person.supervisions()).isEmpty();
        days(lived).forEach(day -> {
            assertThat(person.pointsOn(day)).isZero();
            assertThat(person.keySupervisionOn(day)).isFalse();
            assertThat(Standing.of(person, day))
                    .isEqualTo(new Standing(StandingKind.NORMAL, null, false, false, List.of()));
        });
        assertThat(Standing.of(person, lived.first().minusDays(1)).kind()).isEqualTo(StandingKind.UNREGISTERED);
    }

    private static Stream<LocalDate> days(Lived lived) {
        return lived.first().datesUntil(lived.first().plusDays(DAYS));
    }

    /** A measure that was recorded before the notice, or of a year whose inspections the notice has no part in. */
    private static Map<String, Measure> independent(Person person, Person before, String falling) {
        Notice fallen = before.notices().get(falling);
        Map<String, Measure> independent = new LinkedHashMap<>();
        person.measures().forEach((id, measure) -> {
            Notice notice = before.notices().get(id);
            boolean otherYear = notice.year() != fallen.year()
                    && before.notices().values().stream()
                            .filter(it -> it.year() == notice.year())
                            .noneMatch(it -> it.inspection().equals(fallen.inspection()));
            if (notice.recorded() < fallen.recorded() || otherYear) {
                independent.put(id, measure.terms());
            }
        });
        return independent;
    }

    private static boolean payable(SettlementSpans person, LocalDate day, boolean emergency) {
        SpecialCase special = emergency ? SpecialCase.EMERGENCY : SpecialCase.NONE;
        return Settlement.of(person, "H1", day, special, Playing.TIANJIN).payable();
    }
}
