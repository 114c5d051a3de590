package org.payqual.ops.postgres;

import java.io.PrintStream;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.screen.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log, and whoever sits at a terminal, which change of the tables begins, because on a large ledger one
 * may take minutes before the program answers. Making the tables of a new ledger takes none, and nothing is said of it.
 */
final class ChangesTold extends BaseCallback {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesTold.class);

    private static final String FIRST = "100";
    private static final int LINE = 80;

    private final @Nullable PrintStream terminal;
    private boolean newLedger;

    /**
     * Tells of changes.
     *
     * @param terminal where somebody sits, who is shown none of the log; null for a service, whose manager keeps the
     *     log and the output alike
     */
    ChangesTold(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo change = context.getMigrationInfo();
        String version = String.valueOf(change.getVersion());
        newLedger |= version.equals(FIRST);
        if (!newLedger) {
            LOG.info(
                    "changing the tables: V{} {}; on a large ledger this takes minutes",
                    version,
                    change.getDescription());
            if (terminal != null) {
                tell(terminal, version, change.getDescription());
            }
        }
    }

    private static void tell(PrintStream terminal, String version, String change) {
        List.of(
                        "正在更改数据表（V" + version + "）；账本较大时需要数分钟，完成后才开始服务。中断无害，下次启动时重新进行。",
                        "changing the tables (V" + version + ", " + change
                                + "); on a large ledger this takes minutes, and only then payqual serves. Broken off it"
                                + " does no harm, and begins again at the next start.")
                .forEach(it -> Columns.wrapped(it, LINE).forEach(terminal::println));
        terminal.flush();
    }
}
