package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.person.SpecialCase;
import org.payqual.domain.rulebook.Adoption;
import org.payqual.domain.rulebook.Governing;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Rulebooks;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.projections.log.StreamScan;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.settlement.index.Checked;
import org.payqual.query.settlement.index.IndexKeeper;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.SettlementIndex;
import org.payqual.query.settlement.index.Update;

/**
 * The index answers what the pure fold answers. A million questions are asked by {@code -Dpayqual.questions=1000000}.
 * Whoever looks into a failure finds the seed in the test's name.
 */
class SettlementIndexTest {

    private static final int QUESTIONS = Integer.getInteger("payqual.questions", 30_000);
    private static final int QUESTIONS_A_STEP = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PLACES = IndexedLives.PLACES;
    private static final byte[] FILE = new String(
                    ShippedRulebooks.file("tianjin-2025").orElseThrow(), StandardCharsets.UTF_8)
            .replace("  for: 2 years", "  for: 9 years")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAYING_EMERGENCIES = new String(FILE, StandardCharsets.UTF_8)
            .replace(
                    "TERMINATED:   {pays: nothing,",
                    "TERMINATED:   {pays: emergency, specialCases: with a reason, where: registered when it began,")
            .getBytes(StandardCharsets.UTF_8);

    static LongStream seeds() {
        return new Random().longs(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAreThoseOfThePureFold(long seed) {
        Random random = new Random(seed);
        byte[] file = random.nextBoolean() ? FILE : PAYING_EMERGENCIES;
        Rulebooks law = ((Adoption.Adopted) Rulebooks.none().adopt(file)).all();
        SettlementIndex index = new SettlementIndex();
        List<Update> first = new ArrayList<>(List.of(new Update.LawFolded(law)));
        PLACES.forEach(it -> first.add(new Update.InstitutionFolded(it, "120101")));
        index.fill(first);
        IndexedLives lives = new IndexedLives(random);
        Set<Object> met = new HashSet<>();
        for (int asked = 0; asked < QUESTIONS; asked += QUESTIONS_A_STEP) {
            index.advance(lives.goOn(), new KnownAt(asked, Instant.EPOCH));
            List<Question> questions =
                    Stream.generate(lives::question).limit(QUESTIONS_A_STEP).toList();
            List<Checked> answers = index.answer(questions).orElseThrow().answers();
            for (int i = 0; i < questions.size(); i++) {
                Checked folded = folded(questions.get(i), lives, law);
                assertThat(answers.get(i).equals(folded))
                        .as("%s: %s, folded %s", questions.get(i), answers.get(i), folded)
                        .isTrue();
                note(folded, met);
            }
        }
        assertThat(index.people()).isEqualTo(lives.known());
        assertThat(met)
                .as("what was met")
                .contains((Object[]) Settlement.Ground.values())
                .contains("objected", Checked.PersonUnknown.class, Checked.CodeShared.class, Checked.NoRulebook.class);
    }

    /** What the law answers of the pure fold, with nothing in between. */
    private static Checked folded(Question question, IndexedLives lives, Rulebooks law) {
        List<UUID> whose = lives.whose(question.person());
        if (whose.size() != 1) {
            return whose.isEmpty() ? new Checked.PersonUnknown() : new Checked.CodeShared();
        }
        UUID id = whose.getFirst();
        return switch (law.governing("120101", question.day())) {
            case Governing.None none -> new Checked.NoRulebook(id, none.needed());
            case Governing.One one -> settled(id, lives.spans(id), question, one.governs());
        };
    }

    private static Checked settled(UUID id, SettlementSpans spans, Question question, Rulebook rulebook) {
        return new Checked.Settled(
                id,
                Settlement.of(spans, question.institution(), question.day(), question.special(), rulebook),
                rulebook.id());
    }

    private static void note(Checked folded, Set<Object> met) {
        if (folded instanceof Checked.Settled settled) {
            met.add(settled.settlement().ground());
            met.add(settled.settlement().objection() ? "objected" : "");
        } else {
            met.add(folded.getClass());
        }
    }

    @Test
    void itIsFilledFromTheLogAndFollowsIt() throws Exception {
        Random random = new Random(11);
        try (LiveLedger ledger = new LiveLedger()) {
            append(ledger, "law", LawEvent.STREAM, adopted());
            for (String place : PLACES) {
                append(ledger, "institution", place, designated());
            }
            Map<String, Lives> people = new LinkedHashMap<>();
            liveOn(ledger, random, people, 60);
            SettlementIndex index = new SettlementIndex();
            try (IndexKeeper keeper = keeper(index, ledger)) {
                keeper.start();
                for (int round = 0; round < 4; round++) {
                    long position = ledger.sealed();
                    assertThat(index.await(position, PATIENCE)).isTrue();
                    assertThat(index.reflects().orElseThrow().position()).isEqualTo(position);
                    assertFollows(index, ledger, people.keySet(), random);
                    liveOn(ledger, random, people, 20);
                }
            }
            SettlementIndex again = new SettlementIndex();
            try (IndexKeeper keeper = keeper(again, ledger)) {
                keeper.start();
                assertThat(again.await(ledger.sealed(), PATIENCE)).isTrue();
                assertFollows(again, ledger, people.keySet(), random);
            }
        }
    }

    @Test
    void whoseHistoryCannotBeFollowedStopsAndTheOthersGoOn() throws Exception {
        Random random = new Random(5);
        try (LiveLedger ledger = new LiveLedger()) {
            append(ledger, "law", LawEvent.STREAM, adopted());
            append(ledger, "institution", "H1", designated());
            append(ledger, "institution", "H2", designated());
            append(ledger, "institution", "H2", designated());
            Map<String, Lives> people = new LinkedHashMap<>();
            liveOn(ledger, random, people, 10);
            String sound = List.copyOf(people.keySet()).getFirst();
            String broken = UUID.randomUUID().toString();
            ledger.append(broken, new PersonEvent.Identified("RESIDENT_ID"));
            ledger.commit();
            SettlementIndex index = new SettlementIndex();
            try (IndexKeeper keeper = keeper(index, ledger)) {
                keeper.start();
                assertThat(index.await(ledger.sealed(), PATIENCE)).isTrue();
                assertThat(answer(index, broken, "H1")).isInstanceOf(Checked.Settled.class);
                ledger.append("person", broken, "person.not-yet-invented", 1, "{}".getBytes(StandardCharsets.UTF_8));
                ledger.commit();
                assertThat(index.await(ledger.sealed(), PATIENCE)).isTrue();
                assertThat(answer(index, broken, "H1")).isInstanceOf(Checked.HistoryStopped.class);
                assertThat(answer(index, sound, "H1")).isInstanceOf(Checked.Settled.class);
                assertThat(answer(index, sound, "H2")).isInstanceOf(Checked.HistoryStopped.class);
                assertThat(answer(index, sound, "H9")).isInstanceOf(Checked.InstitutionUnknown.class);
                assertThat(answer(index, UUID.randomUUID().toString(), "H1")).isInstanceOf(Checked.PersonUnknown.class);
                assertThat(keeper.failing()).isFalse();
            }
        }
    }

    @Test
    void itAnswersNothingBeforeItIsFilled() throws Exception {
        SettlementIndex index = new SettlementIndex();
        index.fill(List.of(new Update.InstitutionFolded("H1", "120101")));
        assertThat(index.answer(List.of())).isEmpty();
        assertThat(index.await(0, Duration.ZERO)).isFalse();
        index.advance(List.of(), new KnownAt(3, Instant.EPOCH));
        assertThat(index.await(3, Duration.ZERO)).isTrue();
        assertThat(index.await(4, Duration.ZERO)).isFalse();
        index.clear();
        assertThat(index.answer(List.of())).isEmpty();
    }

    private static Checked answer(SettlementIndex index, String person, String place) {
        Question question = new Question(person, place, LocalDate.of(2025, 9, 1), SpecialCase.NONE);
        return index.answer(List.of(question)).orElseThrow().answers().getFirst();
    }

    private static void assertFollows(
            SettlementIndex index, LiveLedger ledger, Iterable<String> people, Random random) {
        Rulebook rulebook =
                ((Adoption.Adopted) Rulebooks.none().adopt(FILE)).all().all().getFirst();
        Map<UUID, Person> folded = new LinkedHashMap<>();
        for (String person : people) {
            Person then = Person.UNKNOWN;
            for (var event : ledger.log.stream(new StreamName(StreamType.PERSON, person), Long.MAX_VALUE)) {
                then = Person.evolve(then, RowCheck.decoded(event));
            }
            if (then.identified()) {
                folded.put(UUID.fromString(person), then);
            }
        }
        for (int i = 0; i < 500; i++) {
            UUID id = List.copyOf(folded.keySet()).get(random.nextInt(folded.size()));
            Question question = new Question(
                    id.toString(),
                    PLACES.get(random.nextInt(PLACES.size())),
                    rulebook.effectiveFrom().plusDays(random.nextInt(2_000)),
                    IndexedLives.CASES.get(random.nextInt(IndexedLives.CASES.size())));
            assertThat(index.answer(List.of(question)).orElseThrow().answers())
                    .containsExactly(settled(id, SettlementSpans.of(folded.get(id)), question, rulebook));
        }
    }

    private static IndexKeeper keeper(SettlementIndex index, LiveLedger ledger) {
        return new IndexKeeper(index, new StreamScan(ledger.projector), ledger.head, Events.codec());
    }

    private static void liveOn(LiveLedger ledger, Random random, Map<String, Lives> people, int commands)
            throws Exception {
        for (int i = 0; i < commands; i++) {
            if (people.isEmpty() || random.nextInt(6) == 0) {
                people.put(new UUID(random.nextLong(), random.nextLong()).toString(), new Lives(random));
            }
            String person = List.copyOf(people.keySet()).get(random.nextInt(people.size()));
            for (PersonEvent event : people.get(person).next()) {
                ledger.append(person, event);
            }
            ledger.commit();
        }
    }

    private static void append(LiveLedger ledger, String type, String id, Event event) throws Exception {
        EventCodec.Encoded encoded = Events.codec().encode(event);
        ledger.append(type, id, encoded.name(), encoded.version(), encoded.payload());
        ledger.commit();
    }

    private static Event adopted() {
        Rulebook rulebook =
                ((Adoption.Adopted) Rulebooks.none().adopt(FILE)).all().all().getFirst();
        return new LawEvent.RulebookAdopted(rulebook.id(), rulebook.sha256(), rulebook.effectiveFrom(), FILE);
    }

    private static Event designated() {
        return new InstitutionEvent.Designated(
                InstitutionKind.HOSPITAL, true, "120101", LocalDate.of(2025, 1, 2), null);
    }
}
