package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Headcount;
import org.payqual.domain.person.Occurrence;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Span;
import org.payqual.domain.person.Timeline;
import org.payqual.domain.rulebook.Share;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.log.SealedEvent;
import org.payqual.query.institution.HeadRows;
import org.payqual.query.institution.RatioDays;
import org.payqual.query.institution.RatioDays.Risen;

/**
 * What is counted from rows is what the fold of everybody counts, of any institution, year and date as known at any
 * position. Lives are random and interleaved; whoever looks into a failure finds the seed in the test's name.
 */
class HeadRowsTest {

    private static final List<String> PLACES = List.of("H1", "H2", "P1");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);
    private static final int DAYS = 1_000;
    private static final int PEOPLE = 6;
    private static final int COMMANDS = 150;

    private LiveLedger ledger;
    private HeadRows rows;
    private RatioDays days;
    private List<SealedEvent> log = List.of();

    @BeforeEach
    void open() throws Exception {
        ledger = new LiveLedger();
        rows = new HeadRows(ledger.jdbc);
        days = new RatioDays(ledger.jdbc);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    static LongStream seeds() {
        return new Random().longs(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAreThoseOfTheFoldAtEveryDateAndEveryPosition(long seed) throws Exception {
        Random random = new Random(seed);
        long head = live(random);
        int reached = 0;
        for (int i = 0; i < 300; i++) {
            long position = random.nextLong(head + 1);
            List<Timeline> everybody = timelines(position);
            String place = PLACES.get(random.nextInt(PLACES.size()));
            LocalDate upTo = FIRST_DAY.plusDays(random.nextInt(DAYS));
            int year = random.nextInt(4) == 0 ? upTo.getYear() + random.nextInt(3) - 1 : upTo.getYear();
            Span span = Span.ofYear(year, upTo);
            Headcount expected = Headcount.of(everybody, place, year, upTo);
            assertThat(rows.headcount(place, span, position))
                    .as("%s %s %s as of %s", place, year, upTo, position)
                    .isEqualTo(expected);
            assertThat(rows.occurrences(place, span, position)).isEqualTo(occurrences(everybody, place, span));
            reached += expected.measured();
        }
        assertThat(reached).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRiseOfAShareIsOverlooked(long seed) throws Exception {
        long head = live(new Random(seed));
        Map<String, List<RecordRatio.Day>> before = new HashMap<>();
        List<Timeline> known = timelines(0);
        int risen = 0;
        for (long position = 1; position <= head; position++) {
            List<Timeline> knownBefore = known;
            known = timelines(position);
            List<String> listed =
                    days.byKnowledge(position).stream().map(Risen::institution).toList();
            if (!listed.isEmpty()) {
                assertThat(RatioDays.CHANGED_BY)
                        .as("at %s", position)
                        .contains(log.get((int) position).name());
            }
            for (String place : PLACES) {
                List<RecordRatio.Day> now = days.of(place, 2024, LAST_DAY, position);
                if (!listed.contains(place)) {
                    for (RecordRatio.Day day : now) {
                        Share then = Headcount.of(knownBefore, place, day.date().getYear(), day.date())
                                .share();
                        assertThat(then.reaches(fraction(day.share())))
                                .as("%s on %s at %s", place, day, position)
                                .isTrue();
                    }
                } else if (!now.equals(before.get(place))) {
                    risen++;
                    assertThat(now).as("%s at %s", place, position).containsExactlyElementsOf(rises(known, place));
                }
                before.put(place, now);
            }
        }
        assertThat(risen).isPositive();
    }

    @Test
    void aShareRisesOnTheDayOnWhichAMeasureBeginsAndWithTheYearIntoWhichItRuns() {
        row("A", "H1", "[2025-01-07,2025-03-10)", false);
        row("A", "H1", "[2025-03-10,2025-05-10)", true);
        row("B", "H2", "[2025-11-20,2026-02-20)", true);
        assertThat(risen("2025-03-08", "2025-03-09")).isEmpty();
        assertThat(risen("2025-03-09", "2025-03-10")).containsExactly(new Risen("H1", 2025));
        assertThat(risen("2025-03-01", "2025-04-01")).containsExactly(new Risen("H1", 2025));
        assertThat(risen("2025-03-10", "2025-03-11")).isEmpty();
        assertThat(risen("2025-12-30", "2025-12-31")).isEmpty();
        assertThat(risen("2025-12-31", "2026-01-01")).containsExactly(new Risen("H2", 2026));
        assertThat(risen("2025-11-01", "2026-01-15")).containsExactly(new Risen("H2", 2025));
        assertThat(risen("2026-01-01", "2026-01-02")).isEmpty();
        assertThat(days.byDays(LocalDate.of(2025, 3, 9), LocalDate.of(2025, 3, 10), 4))
                .isEmpty();
        assertThat(days.of("H2", 2025, LocalDate.of(2025, 12, 31), 5))
                .containsExactly(new RecordRatio.Day(LocalDate.of(2025, 11, 20), new Share(1, 1)));
        assertThat(days.of("H2", 2026, LocalDate.of(2026, 1, 1), 5))
                .containsExactly(new RecordRatio.Day(LocalDate.of(2026, 1, 1), new Share(1, 1)));
    }

    private List<Risen> risen(String after, String last) {
        return days.byDays(LocalDate.parse(after), LocalDate.parse(last), 5);
    }

    private void row(String person, String institution, String valid, boolean underMeasure) {
        ledger.jdbc
                .sql("INSERT INTO read.membership VALUES (?, ?::daterange, '[5,)', ?, ?)")
                .params(person, valid, institution, underMeasure)
                .update();
    }

    /** The share itself as a number, where it has few decimals enough. */
    private static BigDecimal fraction(Share share) {
        return share.rounded(12).subtract(BigDecimal.ONE.movePointLeft(12));
    }

    private static List<RecordRatio.Day> rises(List<Timeline> known, String place) {
        List<RecordRatio.Day> rises = new ArrayList<>();
        int before = 0;
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            Headcount count = Headcount.of(known, place, day.getYear(), day);
            if (count.measured() > (day.getDayOfYear() == 1 ? 0 : before)) {
                rises.add(new RecordRatio.Day(day, count.share()));
            }
            before = count.measured();
        }
        return rises;
    }

    private static Map<Occurrence.Kind, Integer> occurrences(List<Timeline> everybody, String place, Span span) {
        Map<Occurrence.Kind, Integer> counts = new HashMap<>();
        for (Occurrence.Kind kind : Occurrence.Kind.values()) {
            counts.put(kind, (int) everybody.stream()
                    .flatMap(it -> it.occurrences().stream())
                    .filter(it -> it.within(span))
                    .filter(it -> it.value().kind() == kind
                            && it.value().institution().equals(place))
                    .count());
        }
        return counts;
    }

    private List<Timeline> timelines(long position) {
        Map<String, Person> people = new HashMap<>();
        for (SealedEvent event : log) {
            if (event.stream() == StreamType.PERSON && event.position() <= position) {
                Person known = people.getOrDefault(event.streamId(), Person.UNKNOWN);
                people.put(event.streamId(), Person.evolve(known, RowCheck.decoded(event)));
            }
        }
        return people.values().stream().map(Timeline::of).toList();
    }

    private long live(Random random) throws Exception {
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            Map<String, Lives> people = new HashMap<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.put(UUID.randomUUID().toString(), new Lives(random));
            }
            List<String> ids = List.copyOf(people.keySet());
            for (int i = 0; i < COMMANDS; i++) {
                String person = ids.get(random.nextInt(PEOPLE));
                for (PersonEvent event : people.get(person).next()) {
                    ledger.append(person, event);
                }
            }
            ledger.commit();
            long head = ledger.reflected();
            log = ledger.log.from(0, Integer.MAX_VALUE);
            return head;
        }
    }
}
