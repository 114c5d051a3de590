package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
import org.payqual.domain.person.PersonEvent;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.RowTransactions;
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.RowRebuild;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Records of one person are merged at random, and their lives go on: live rows are what the fold says at every
 * position, and rebuilt rows are the live ones. Whoever looks into a failure finds the seed in the test's name.
 */
class MergedRowsTest {

    private static final int PAIRS = 12;
    private LiveLedger ledger;

    /** A record and its life. */
    private record Kept(String id, Lives life) {}

    @BeforeEach
    void open() throws Exception {
        ledger = new LiveLedger();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    static LongStream seeds() {
        return new Random().longs(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsFollowMergersLiveAndRebuilt(long seed) throws Exception {
        Random random = new Random(seed);
        int merged = 0;
        // Almost nobody is remembered, and batches end within mergers.
        try (LiveProcessor processor =
                ledger.processor(new RowTransactions(new JdbcTransactionManager(ledger.projector)), 2, 7)) {
            processor.start();
            for (int pair = 0; pair < PAIRS; pair++) {
                merged += pair(random, pair);
            }
            ledger.reflected();
            assertThat(merged).isPositive();
            assertThat(ledger.check.everyone()).isPositive();
            assertThat(ledger.rows("SELECT * FROM read.stopped")).isEmpty();
            Map<String, List<String>> live = Rows.all(ledger.jdbc);

            new RowRebuild(ledger.database.access().rebuildSessions(), Events.codec(), RebuildWatch.NONE).run();

            assertThat(Rows.all(ledger.jdbc)).isEqualTo(live);
        }
    }

    /** Lives three records and merges them one into the other where the law lets it; tells how often it did. */
    private int pair(Random random, int number) throws Exception {
        List<Kept> records = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> places = i % 2 == 0 ? List.of("H1", "H2", "P1") : List.of("H3", "H4", "P2");
            records.add(new Kept(UUID.randomUUID().toString(), new Lives(random, places, number + "-" + i + "-")));
        }
        for (Kept record : records) {
            live(record, 1 + random.nextInt(15));
        }
        int merged = 0;
        for (int i = 0; i < 2; i++) {
            Kept closed = records.get(i);
            Kept survivor = records.get(i + 1);
            Optional<List<List<PersonEvent>>> events =
                    closed.life().mergeInto(survivor.life(), closed.id(), survivor.id());
            if (events.isEmpty()) {
                return merged;
            }
            append(survivor, events.get().getFirst());
            append(closed, events.get().getLast());
            ledger.commit();
            live(survivor, random.nextInt(10));
            merged++;
        }
        return merged;
    }

    private void live(Kept record, int commands) throws Exception {
        for (int i = 0; i < commands; i++) {
            append(record, record.life().next());
        }
        ledger.commit();
    }

    private void append(Kept record, List<PersonEvent> events) throws Exception {
        for (PersonEvent event : events) {
            ledger.append(record.id(), event);
        }
    }
}
