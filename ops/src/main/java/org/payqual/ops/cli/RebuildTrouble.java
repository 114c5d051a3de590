package org.payqual.ops.cli;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Says why a rebuild could not go on and what to do, without what it was about: messages may repeat what is stored. */
final class RebuildTrouble {

    private static final String DISK_FULL = "53100";
    private static final String SERVES_ZH = "现用的表照常服务";
    private static final String SERVES = "the tables in use serve as before";

    private RebuildTrouble() {}

    /** Returns a sentence for whoever ran the command. */
    static String of(Throwable failure) {
        SQLException refused = null;
        Throwable last = failure;
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            last = at;
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                refused = sql;
            }
        }
        return refused == null ? unforeseen(last.getClass().getSimpleName()) : of(refused);
    }

    private static String of(SQLException refused) {
        String state = refused.getSQLState();
        if (state.equals(DISK_FULL)) {
            return "数据库磁盘已满，" + SERVES_ZH + "；腾出空间后再次运行，将继续 / no room is left where the database keeps its data; "
                    + SERVES + ". Make room for the tables twice and run again, and it goes on";
        }
        return switch (state.substring(0, 2)) {
            case "08", "57" ->
                "与数据库的连接中断 (" + state + ")，" + SERVES_ZH + "；数据库恢复后再次运行，将继续 / the connection to the database was lost ("
                        + state + "); once it is back, run again, and it goes on";
            case "23" ->
                "重建的数据行违反约束" + constraint(refused) + "，未予启用，" + SERVES_ZH
                        + "；再次运行结果相同，请报告 / the rebuilt rows break the constraint" + constraint(refused)
                        + " and are not put to use; " + SERVES
                        + ". Running again would end the same: this is a fault of the program or the ledger, report it";
            default -> unforeseen("SQLSTATE " + state);
        };
    }

    private static String constraint(SQLException refused) {
        return refused instanceof PSQLException postgres
                        && postgres.getServerErrorMessage() != null
                        && postgres.getServerErrorMessage().getConstraint() != null
                ? " " + postgres.getServerErrorMessage().getConstraint()
                : "";
    }

    private static String unforeseen(String what) {
        return "数据库出错 (" + what + ")，" + SERVES_ZH + "；再次运行将继续 / the database failed (" + what + "); " + SERVES
                + ". Run again to go on";
    }
}
