package org.payqual.domain.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.naive.NaiveLaw.Found;
import org.payqual.domain.naive.NaiveLaw.Slip;
import org.payqual.domain.person.Lived;
import org.payqual.domain.person.Lives;
import org.payqual.domain.person.Lives.Life;
import org.payqual.domain.person.Lives.Notified;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Standing;

/**
 * The domain and the naive model say the same of random lives: what is refused, every point, every measure, every day.
 */
class NaiveLawTest {

    private static final int DAYS = 430;

    @Provide
    Arbitrary<Life> lives() {
        return Lives.lives(9);
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void the_domain_agrees_with_the_naive_model(@ForAll("lives") Life life) {
        NaiveLaw law = new NaiveLaw();
        Map<String, Slip> slips = new TreeMap<>();
        Lived lived = new Lived(life.firstYear());
        int notice = 0;
        for (Lives.Happening happening : life.happenings()) {
            switch (happening) {
                case Notified notified -> {
                    notice++;
                    Slip slip = slip(lived, notified);
                    Set<String> objections = law.objections(slip);
                    assertSame(lived.happen(notified), objections);
                    if (objections.isEmpty()) {
                        law.record(slip);
                        slips.put("N" + notice, slip);
                    }
                }
                case Lives.Overturned overturned -> {
                    List<String> inForce = lived.inForce();
                    lived.happen(overturned);
                    if (!inForce.isEmpty()) {
                        law.fall(known(slips, inForce.get(overturned.choice() % inForce.size())));
                    }
                }
            }
            assertThat(measures(lived.person())).isEqualTo(measures(slips));
        }
        assertSameOnEveryDay(lived, law);
        collect(law);
    }

    @Example
    void the_naive_model_uses_nothing_of_the_domain() throws IOException {
        assertThat(Files.readString(Path.of("src/test/java/org/payqual/domain/naive/NaiveLaw.java")))
                .doesNotContain("import org.payqual", "org.payqual.domain.person")
                .doesNotContain("plusMonths", "Period");
    }

    private static Slip slip(Lived lived, Notified notified) {
        LocalDate date = lived.date(notified);
        List<Found> found = new ArrayList<>();
        notified.findings()
                .forEach(it -> found.add(new Found(
                        it.violation(),
                        it.band(),
                        it.degree(),
                        it.band() == 2 && it.asRepeat(),
                        lived.acted(notified, it),
                        Lived.circumstance(notified, it))));
        return new Slip(notified.inspection(), date, date.plusDays(notified.delay()), found);
    }

    private static void assertSame(Decision<PersonEvent> decision, Set<String> objections) {
        switch (decision) {
            case Decision.Accepted<PersonEvent> accepted ->
                assertThat(objections).isEmpty();
            case Decision.Refused<PersonEvent> refused ->
                assertThat(String.valueOf(refused.refusal().provision())).isIn(objections);
        }
    }

    private static Map<String, String> measures(Person person) {
        Map<String, String> measures = new TreeMap<>();
        person.measures()
                .forEach((notice, it) -> measures.put(
                        notice,
                        it.terms().kind() + " " + it.terms().from() + " "
                                + it.terms().until() + " " + it.terms().provision()));
        return measures;
    }

    private static Map<String, String> measures(Map<String, Slip> slips) {
        Map<String, String> measures = new TreeMap<>();
        slips.forEach((notice, it) -> {
            if (it.measured()) {
                measures.put(
                        notice,
                        (it.terminated ? "TERMINATION " : "SUSPENSION ") + it.starts + " " + it.until() + " "
                                + it.provision);
            }
        });
        return measures;
    }

    private static void assertSameOnEveryDay(Lived lived, NaiveLaw law) {
        Person person = lived.person();
        for (int i = -1; i < DAYS; i++) {
            LocalDate day = lived.first().plusDays(i);
            if (person.pointsOn(day) != law.pointsOn(day)
                    || person.keySupervisionOn(day) != law.supervisedOn(day)
                    || !words(Standing.of(person, day)).equals(law.standingOn(day, lived.first()))) {
                assertThat(day + ": " + person.pointsOn(day) + " " + person.keySupervisionOn(day) + " "
                                + words(Standing.of(person, day)))
                        .isEqualTo(day + ": " + law.pointsOn(day) + " " + law.supervisedOn(day) + " "
                                + law.standingOn(day, lived.first()));
            }
        }
    }

    private static String words(Standing standing) {
        if (standing.termServed()) {
            return standing.kind() + " served";
        }
        return standing.until() == null ? standing.kind().toString() : standing.kind() + " until " + standing.until();
    }

    /** Random lives prove something only where much happens in them. */
    private static void collect(NaiveLaw law) {
        Statistics.label("measures").collect(law.slips.stream().anyMatch(Slip::measured));
        Statistics.label("measures").coverage(it -> it.check(true).percentage(least -> least > 30));
        Statistics.label("fallen").collect(law.slips.stream().anyMatch(it -> it.fallen));
        Statistics.label("fallen").coverage(it -> it.check(true).percentage(least -> least > 30));
        Statistics.label("two years")
                .collect(law.slips.stream()
                                .map(it -> it.handled.getYear())
                                .distinct()
                                .count()
                        > 1);
        Statistics.label("two years").coverage(it -> it.check(true).percentage(least -> least > 20));
        Statistics.label("repeats")
                .collect(law.slips.stream().flatMap(it -> it.found.stream()).anyMatch(Found::asRepeat));
        Statistics.label("repeats").coverage(it -> it.check(true).percentage(least -> least > 2));
    }

    private static Slip known(Map<String, Slip> slips, String notice) {
        Slip slip = slips.get(notice);
        if (slip == null) {
            throw new AssertionError("the domain knows a notice that the model refused");
        }
        return slip;
    }
}
