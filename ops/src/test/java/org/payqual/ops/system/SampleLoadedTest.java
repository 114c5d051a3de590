package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A first start fills its ledger with the sample; killed meanwhile, the next one goes on, and later ones add nothing.
 */
class SampleLoadedTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void theSampleIsThereOnceThoughItsLoadingWasKilled() throws Exception {
        try (ChildPayqual payqual = ChildPayqual.startWithSample(Path.of("target", "sample-loaded"))) {
            await().atMost(PATIENCE).until(() -> count(payqual, "person.registered") > 20);
            payqual.killProgram();
            assertThat(payqual.said("sample loaded")).isFalse();
            payqual.startAgain();
            await().atMost(PATIENCE).until(() -> payqual.said("样例已载入 / sample loaded: 327 行 rows"));
            Map<String, Long> loaded = counts(payqual);
            payqual.killProgram();
            payqual.startAgain();
            payqual.untilRead("/institutions/H12010300002/ratio?year=2025");

            assertThat(loaded)
                    .containsEntry("institution.designated", 7L)
                    .containsEntry("person.identified", 298L)
                    .containsEntry("person.committed", 299L)
                    .containsEntry("person.registered", 299L)
                    .containsEntry("handling.decided", 7L)
                    .containsEntry("person.scored", 17L)
                    .containsEntry("person.terminated", 7L)
                    .containsEntry("person.suspended", 2L);
            assertThat(counts(payqual)).isEqualTo(loaded);
        }
    }

    private static long count(ChildPayqual payqual, String event) throws java.io.IOException {
        return counts(payqual).getOrDefault(event, 0L);
    }

    private static Map<String, Long> counts(ChildPayqual payqual) throws java.io.IOException {
        Map<String, Long> counts = new TreeMap<>();
        JdbcClient.create(payqual.projector())
                .sql("select payload_type, count(*) from ledger.domain_event_entry group by 1")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
