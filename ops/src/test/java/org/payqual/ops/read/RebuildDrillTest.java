package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.payqual.domain.Events;
import org.payqual.domain.person.PersonEvent;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.rebuild.RebuildCancelled;
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.Rebuilt;
import org.payqual.projections.rebuild.RowRebuild;

/**
 * Breaks a rebuild off five times at random points, by being told and by being killed, while commands go on: the rows
 * end equal to the live ones. Small unless asked for more by {@code -Dpayqual.rebuild.events=1000000}.
 */
class RebuildDrillTest {

    private static final int EVENTS = Integer.getInteger("payqual.rebuild.events", 15_000);
    private static final long SEED = Long.getLong("payqual.seed", System.nanoTime());
    private static final int BREAKS = 5;
    private static final int COMMANDS = 8;
    private static final int SIDE_BY_SIDE = 5_000;
    private static final int DIFFERENT = 200;
    private static final int CHUNK = 10_000;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final double NS = 1e9;

    private final AtomicBoolean closing = new AtomicBoolean();
    private final Random random = new Random(SEED);
    private final List<List<PersonEvent>> different = different(random);

    @Test
    void brokenOffFiveTimesWhileCommandsGoOnRowsEndEqualToTheLiveOnes() throws Exception {
        try (LiveLedger ledger = new LiveLedger();
                LiveProcessor processor = ledger.processor();
                ExecutorService clerk = Executors.newSingleThreadExecutor()) {
            processor.start();
            for (int left = EVENTS; left > 0; ) {
                Map<String, List<PersonEvent>> lives = some(left);
                ledger.appendSideBySide(lives);
                left -= lives.values().stream().mapToInt(List::size).sum();
            }
            long written = ledger.progress.position();
            long waited = System.nanoTime();
            long all = ledger.head();
            assertThat(ledger.progress.await(all, PATIENCE)).isTrue();
            double seconds = (System.nanoTime() - waited) / NS;
            System.out.printf(
                    "live tables: %d events in %.1f s, %.0f a second%n",
                    all - written, seconds, (all - written) / seconds);
            Future<Integer> work = clerk.submit(() -> commandUntilClosing(ledger));

            int broken = 0;
            while (broken < BREAKS && rebuild(ledger, broken)) {
                broken++;
            }
            long known = ledger.progress.position();
            Map<String, String> live = Rows.digests(ledger.jdbc, known);
            long begun = System.nanoTime();
            Rebuilt rebuilt = new RowRebuild(sessions(ledger), Events.codec(), RebuildWatch.NONE).run();
            say("the rest of it", rebuilt, begun);

            assertThat(broken).as("seed %d", SEED).isEqualTo(BREAKS);
            assertThat(Rows.digests(ledger.jdbc, known)).as("seed %d", SEED).isEqualTo(live);
            closing.set(true);
            assertThat(work.get()).isPositive();
            long head = ledger.sealed();
            assertThat(ledger.progress.await(head, PATIENCE)).isTrue();
            Map<String, String> lived = Rows.digests(ledger.jdbc, head);
            begun = System.nanoTime();
            say("all of it", new RowRebuild(sessions(ledger), Events.codec(), RebuildWatch.NONE).run(), begun);
            assertThat(Rows.digests(ledger.jdbc, head)).as("seed %d", SEED).isEqualTo(lived);
            assertThat(processor.failing()).isFalse();
        }
    }

    /** Tells whether it was broken off. */
    private boolean rebuild(LiveLedger ledger, int number) {
        int looks = 1 + random.nextInt(3 + EVENTS / CHUNK / BREAKS);
        boolean kill = number % 2 == 1;
        try {
            new RowRebuild(sessions(ledger), Events.codec(), new Watching(kill ? Long.MAX_VALUE : looks) {
                        private int left = looks;

                        @Override
                        public boolean cancelled() {
                            if (kill && left-- == 0) {
                                killRebuild(ledger);
                            }
                            return super.cancelled();
                        }
                    })
                    .run();
            return false;
        } catch (RebuildCancelled told) {
            return true;
        } catch (RuntimeException killed) {
            return kill;
        }
    }

    private static List<List<PersonEvent>> different(Random random) {
        List<List<PersonEvent>> different = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            Lives life = new Lives(random);
            List<PersonEvent> events = new ArrayList<>();
            for (int command = 0; command < COMMANDS; command++) {
                events.addAll(life.next());
            }
            different.add(events);
        }
        return different;
    }

    /** Gives new people with lives of so many events, or fewer. */
    private Map<String, List<PersonEvent>> some(int most) {
        Map<String, List<PersonEvent>> lives = new LinkedHashMap<>();
        int events = 0;
        while (events < most && lives.size() < SIDE_BY_SIDE) {
            List<PersonEvent> life = different.get(lives.size() % DIFFERENT);
            lives.put(UUID.randomUUID().toString(), life);
            events += life.size();
        }
        return lives;
    }

    private Integer commandUntilClosing(LiveLedger ledger) throws Exception {
        Map<String, Lives> people = new LinkedHashMap<>();
        int commands = 0;
        while (!closing.get()) {
            String person = "new-" + random.nextInt(50);
            for (PersonEvent event : people.computeIfAbsent(person, key -> new Lives(new Random(SEED)))
                    .next()) {
                ledger.append(person, event);
            }
            ledger.commit();
            ledger.sealed();
            commands++;
        }
        return commands;
    }

    private static javax.sql.DataSource sessions(LiveLedger ledger) {
        return ledger.database.access().rebuildSessions();
    }

    private static void killRebuild(LiveLedger ledger) {
        try (Connection superuser = TestPostgres.superuser(ledger.database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'payqual rebuild'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String what, Rebuilt rebuilt, long begun) {
        double seconds = (System.nanoTime() - begun) / NS;
        System.out.printf(
                "rebuild: %s, %d events loaded in %.1f s, %.0f a second, indexes and switch included%n",
                what, rebuilt.loaded(), seconds, rebuilt.loaded() / seconds);
    }
}
