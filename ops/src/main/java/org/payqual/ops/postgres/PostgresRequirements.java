package org.payqual.ops.postgres;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What any PostgreSQL must be before events are entrusted to it. */
final class PostgresRequirements {

    private static final int OLDEST_VERSION = 170_000;
    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private PostgresRequirements() {}

    /**
     * Check the server and the ledger role by asking the server.
     *
     * @throws StartRefused if what was acknowledged could be lost, or what was recorded could be changed
     */
    static void check(DataSource ledger) {
        JdbcClient jdbc = JdbcClient.create(ledger);
        if (Integer.parseInt(setting(jdbc, "server_version_num")) < OLDEST_VERSION) {
            throw new StartRefused(
                    "PostgreSQL 版本过旧，需要 17 或更高版本，以便限制事务时长 / PostgreSQL " + setting(jdbc, "server_version")
                            + " is too old: payqual needs 17 or later, for the time limit on transactions.");
        }
        for (String name : DURABILITY) {
            if (setting(jdbc, name).equals("off")) {
                throw new StartRefused("PostgreSQL 关闭了 " + name + "，已答复的记录可能丢失；请打开它 / PostgreSQL has " + name
                        + " turned off, so it could lose what was acknowledged; turn it on.");
            }
        }
        String role = jdbc.sql("SELECT current_user").query(String.class).single();
        if (setting(jdbc, "transaction_timeout").equals("0")) {
            throw new StartRefused("角色 " + role + " 的事务可以永不结束，使所有人等待；请执行 ALTER ROLE " + role
                    + " SET transaction_timeout = '10s' / A transaction of the role " + role
                    + " may stay open forever and hold up everyone;"
                    + " run: ALTER ROLE " + role + " SET transaction_timeout = '10s'.");
        }
        if (mayChangeEvents(jdbc)) {
            throw new StartRefused("角色 " + role + " 可以改动已记录的内容；payqual.postgres.ledger 必须是不拥有任何表、只能读取和追加的角色"
                    + " / The role " + role + " may change what is recorded; payqual.postgres.ledger must be a"
                    + " role that owns nothing and only reads and appends.");
        }
    }

    private static boolean mayChangeEvents(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT bool_or(has_table_privilege(name, privilege))
                        FROM unnest(ARRAY['ledger.domain_event_entry', 'ledger.log']) AS name,
                             unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS privilege
                        """).query(Boolean.class).single();
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
