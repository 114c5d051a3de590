package org.payqual.ops.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.payqual.domain.Events;
import org.payqual.ops.postgres.AttachedDatabase;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.projections.rebuild.RebuildCancelled;
import org.payqual.projections.rebuild.RebuildFailed;
import org.payqual.projections.rebuild.RebuildRefused;
import org.payqual.projections.rebuild.RebuildStep;
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.Rebuilt;
import org.payqual.projections.rebuild.RowRebuild;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes the read models anew from the ledger, while whatever runs goes on. */
@Command(name = "rebuild", mixinStandardHelpOptions = true, versionProvider = Payqual.class)
final class Rebuild implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final long PATIENCE_S = 3;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Rebuilds.
     *
     * @return 0 when the new tables serve, 1 when it could not go on
     * @throws picocli.CommandLine.ParameterException if an argument is no setting
     */
    @Override
    public Integer call() {
        String[] given = Settings.of(settings, spec);
        ConfigurableApplicationContext database;
        try {
            database = AttachedDatabase.open(Serve.isTerminal(Ansi.AUTO.enabled(), System.getenv()), given);
        } catch (RuntimeException reported) {
            return FAILED;
        }
        Thread hook = new Thread(() -> endSoon(database), "end of rebuild");
        Runtime.getRuntime().addShutdownHook(hook);
        try (database) {
            return rebuild(database.getBean(PostgresAccess.class));
        } finally {
            ended.countDown();
            forget(hook);
        }
    }

    private int rebuild(PostgresAccess access) {
        ProgressBar bar =
                new ProgressBar(spec.commandLine().getOut(), Ansi.AUTO.enabled(), () -> System.nanoTime() / 1_000_000);
        try {
            Rebuilt rebuilt = new RowRebuild(access.rebuildSessions(), Events.codec(), new Shown(bar)).run();
            bar.say(String.format(
                    Locale.ROOT,
                    "已重建，账本位置 %d / rebuilt, up to log position %d",
                    rebuilt.position(),
                    rebuilt.position()));
            return 0;
        } catch (RebuildCancelled told) {
            bar.say("已中断，再次运行将从此处继续 / broken off; run again, and it goes on from here");
        } catch (RebuildRefused refused) {
            bar.end();
            complain(String.valueOf(refused.getMessage()));
        } catch (RebuildFailed | DataAccessException | TransactionException failed) {
            bar.end();
            complain(cancelled.get() ? "已中断 / broken off" : RebuildTrouble.of(failed));
        }
        return FAILED;
    }

    private void complain(String sentence) {
        Complaint.say(spec.commandLine().getErr(), sentence);
    }

    /** On Ctrl-C: lets what is being written be completed, or else has the database take it back. */
    private void endSoon(ConfigurableApplicationContext database) {
        cancelled.set(true);
        try {
            if (!ended.await(PATIENCE_S, TimeUnit.SECONDS)) {
                database.close();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException runningNow) {
            // It has seen that all is done.
        }
    }

    /** Shows each step on the bar. */
    private final class Shown implements RebuildWatch {

        private final ProgressBar bar;

        private Shown(ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void at(RebuildStep step, long done, long all) {
            switch (step) {
                case LOADING -> bar.show("读取 loading", done, all);
                case INDEXING -> bar.show("索引 indexing", done, all);
                case CATCHING_UP -> bar.show("追赶 catching up", done, all);
                case SWITCHING -> bar.show("切换 switching", done, all);
            }
        }

        @Override
        public void goesOn(long loaded, long all) {
            bar.say(String.format(
                    Locale.ROOT, "继续上次中断的重建，已读取 %,d / %,d / going on with the one broken off", loaded, all));
        }

        @Override
        public void startsAnew() {
            bar.say("程序或数据表结构已变，从头重建 / program or tables have changed since: starting anew");
        }

        @Override
        public boolean cancelled() {
            return cancelled.get();
        }
    }
}
