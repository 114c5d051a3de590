package org.payqual.ops.postgres;

import java.io.PrintStream;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.payqual.domain.screen.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log and at the terminal which change of the tables begins, because on a large ledger one may take
 * minutes before the program answers. Making the tables of a new ledger takes none, and nothing is said of it.
 */
final class ChangesTold extends BaseCallback {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesTold.class);

    private static final String FIRST = "100";
    private static final int LINE = 80;

    private final PrintStream terminal;
    private boolean newLedger;

    ChangesTold(PrintStream terminal) {
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
            LOG.info("changing the tables: V{} {}", version, change.getDescription());
            List.of(
                            "正在更改数据表（V" + version + "）；账本较大时需要数分钟，完成后才开始服务。中断无害，下次启动时重新进行。",
                            "changing the tables (V" + version + ", " + change.getDescription()
                                    + "); on a large ledger this takes minutes, and only then payqual serves. Broken off it"
                                    + " does no harm, and begins again at the next start.")
                    .forEach(it -> Columns.wrapped(it, LINE).forEach(terminal::println));
            terminal.flush();
        }
    }
}
