package org.payqual.query.settlement.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.person.Standing;
import org.payqual.domain.rulebook.StandingKind;

/** What is packed comes out as it went in, whatever changes beside it, and whose a code is follows every change. */
class PersonTableTest {

    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final int PEOPLE = 300;
    private static final int CODES = 200;

    static LongStream seeds() {
        return new Random().longs(3);
    }

    private record Told(List<String> codes, @Nullable SettlementSpans spans) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void everyoneIsFoundAsLastTold(long seed) {
        Random random = new Random(seed);
        List<UUID> ids = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
        PersonTable table = new PersonTable();
        Map<UUID, Told> told = new HashMap<>();
        // Enough that forgotten records outweigh the others, and those move.
        for (int i = 0; i < 200_000; i++) {
            UUID id = ids.get(random.nextInt(PEOPLE));
            List<String> codes = random.ints(random.nextInt(3), 0, CODES)
                    .distinct()
                    .mapToObj(it -> "D1201" + it)
                    .toList();
            if (random.nextInt(20) == 0) {
                table.stop(id, codes);
                told.put(id, new Told(codes, null));
            } else {
                SettlementSpans spans = spans(random);
                table.put(id, codes, spans);
                told.put(id, new Told(codes, spans));
            }
        }
        told.forEach((id, last) -> {
            int person = table.find(id.toString());
            assertThat(table.id(person)).isEqualTo(id);
            assertThat(table.isStopped(person)).isEqualTo(last.spans() == null);
            if (last.spans() != null) {
                assertThat(table.spans(person)).isEqualTo(last.spans());
            }
        });
        for (int i = 0; i < CODES; i++) {
            String code = "D1201" + i;
            List<UUID> holders = told.entrySet().stream()
                    .filter(it -> it.getValue().codes().contains(code))
                    .map(Map.Entry::getKey)
                    .toList();
            int found = table.find(code);
            switch (holders.size()) {
                case 0 -> assertThat(found).isEqualTo(PersonTable.UNKNOWN);
                case 1 -> assertThat(table.id(found)).isEqualTo(holders.getFirst());
                default -> assertThat(found).isEqualTo(PersonTable.SEVERAL);
            }
        }
    }

    @Test
    void whoeverWasNeverToldIsUnknown() {
        PersonTable table = new PersonTable();
        table.put(new UUID(1, 2), List.of("D1"), new SettlementSpans(standings(new Random(1)), List.of(), List.of()));
        assertThat(table.find(new UUID(2, 1).toString())).isEqualTo(PersonTable.UNKNOWN);
        assertThat(table.find("D2")).isEqualTo(PersonTable.UNKNOWN);
        assertThat(table.find("")).isEqualTo(PersonTable.UNKNOWN);
        assertThat(table.find("00000000-0000-0001-0000-00000000000X")).isEqualTo(PersonTable.UNKNOWN);
        assertThat(table.find("00000000-0000-0001-0000-000000000002")).isZero();
    }

    private static SettlementSpans spans(Random random) {
        return new SettlementSpans(standings(random), places(random), places(random));
    }

    private static List<Held<Standing>> standings(Random random) {
        List<LocalDate> turns = random.ints(random.nextInt(7), 0, 40_000)
                .sorted()
                .distinct()
                .mapToObj(FIRST::plusDays)
                .toList();
        List<Held<Standing>> standings = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate turn : turns) {
            standings.add(new Held<>(from, turn, standing(random)));
            from = turn;
        }
        standings.add(new Held<>(from, null, standing(random)));
        return standings;
    }

    private static Standing standing(Random random) {
        StandingKind[] kinds = StandingKind.values();
        return new Standing(
                kinds[random.nextInt(kinds.length)],
                random.nextBoolean() ? null : day(random),
                random.nextBoolean(),
                random.nextBoolean(),
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> new Provision("TJ-31." + random.nextInt(9)))
                        .toList());
    }

    private static List<Held<String>> places(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i ->
                        new Held<>(day(random), random.nextBoolean() ? null : day(random), "H" + random.nextInt(500)))
                .toList();
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(40_000));
    }
}
