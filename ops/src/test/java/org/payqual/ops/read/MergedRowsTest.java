package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
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

    private static final int TRIOS = 12;
    private LiveLedger ledger;

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
        Population people = new Population(ledger, random);
        // Almost nobody is remembered, and batches end within mergers.
        try (LiveProcessor processor =
                ledger.processor(new RowTransactions(new JdbcTransactionManager(ledger.projector)), 2, 7)) {
            processor.start();
            for (int trio = 0; trio < TRIOS; trio++) {
                trio(random, people);
            }
            ledger.reflected();
            assertThat(people.merged()).isPositive();
            assertThat(ledger.check.everyone()).isPositive();
            assertThat(ledger.rows("SELECT * FROM read.stopped")).isEmpty();
            Map<String, List<String>> live = Rows.all(ledger.jdbc);

            new RowRebuild(ledger.database.access().rebuildSessions(), Events.codec(), RebuildWatch.NONE).run();

            assertThat(Rows.all(ledger.jdbc)).isEqualTo(live);
        }
    }

    /** Lives three records and merges them one into the other where the law lets it. */
    private void trio(Random random, Population people) throws Exception {
        List<String> all = people.with(3).everyone();
        List<String> records = all.subList(all.size() - 3, all.size());
        for (String record : records) {
            people.liveOn(record, 1 + random.nextInt(15));
        }
        for (int i = 0; i < 2 && people.merge(records.get(i), records.get(i + 1)); i++) {
            people.liveOn(records.get(i + 1), random.nextInt(10));
        }
    }
}
