package org.payqual.ops.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.payqual.projections.person.RowCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is kept in the live tables, whatever tables there are, and how they are laid out. */
final class Rows {

    private Rows() {}

    /** Reads all rows of each table, in one order. */
    static Map<String, List<String>> all(JdbcClient jdbc) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : RowCopy.tables()) {
            all.put(
                    table,
                    jdbc.sql("SELECT t::text FROM read." + table + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return all;
    }

    /**
     * Returns one number for all rows of each table as known at a position that the tables have reached, for comparing
     * millions: what is known later changes nothing about it.
     */
    static Map<String, String> digests(JdbcClient jdbc, long position) {
        Map<String, String> all = new TreeMap<>();
        for (String table : RowCopy.tables()) {
            String row = bitemporal(jdbc, table)
                    ? "to_jsonb(t) - 'known' || jsonb_build_object('from', lower(known), 'until',"
                            + " CASE WHEN upper(known) <= :position THEN upper(known) END)"
                    : "to_jsonb(t)";
            all.put(
                    table,
                    jdbc.sql("SELECT count(*) || ' ' || coalesce(sum(hashtextextended((" + row
                                    + ")::text, 7)::numeric), 0)"
                                    + " FROM read." + table + " t WHERE "
                                    + (bitemporal(jdbc, table) ? "lower(known)" : "position") + " <= :position")
                            .param("position", position)
                            .query(String.class)
                            .single());
        }
        return all;
    }

    private static boolean bitemporal(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = ?::regclass AND attname = 'known')")
                .param("read." + table)
                .query(Boolean.class)
                .single();
    }

    /** Reads columns, constraints, indexes, rights, storage and triggers of everything in the schema. */
    static List<String> layout(JdbcClient jdbc) {
        return jdbc.sql("""
                        WITH tables AS (SELECT * FROM pg_class WHERE relnamespace = 'read'::regnamespace)
                        SELECT concat_ws(' ', relname, attnum, attname, format_type(atttypid, atttypmod), attnotnull,
                                         attidentity, attgenerated, pg_get_expr(adbin, adrelid))
                        FROM tables JOIN pg_attribute ON attrelid = tables.oid AND attnum > 0
                            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                        UNION ALL
                        SELECT concat_ws(' ', relname, relkind, relacl, relowner::regrole, reloptions, relpersistence)
                        FROM tables
                        UNION ALL
                        SELECT concat_ws(' ', relname, conname, contype, pg_get_constraintdef(pg_constraint.oid))
                        FROM tables JOIN pg_constraint ON conrelid = tables.oid
                        UNION ALL
                        SELECT pg_get_indexdef(indexrelid) FROM tables JOIN pg_index ON indrelid = tables.oid
                        UNION ALL
                        SELECT pg_get_triggerdef(pg_trigger.oid) FROM tables JOIN pg_trigger ON tgrelid = tables.oid
                        ORDER BY 1
                        """).query(String.class).list();
    }
}
