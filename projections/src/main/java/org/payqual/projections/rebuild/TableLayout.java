package org.payqual.projections.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.leaf.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How one live table is laid out, as the migrations left it: read from the database's own catalogue, so that a rebuild
 * needs to be told of no column, check, index or right.
 *
 * @param name of the table
 * @param columns one line for each
 * @param options of its storage, or null for the usual ones
 * @param pieces what is added once the rows are there: keys and constraints first, then other indexes
 * @param grants what others than its owner may do
 */
record TableLayout(
        String name, List<String> columns, @Nullable String options, List<Piece> pieces, List<String> grants) {

    private static final String LIVE = "read";

    /**
     * A constraint or an index.
     *
     * @param name its own
     * @param definition as the catalogue writes it, of the live table
     * @param constraint whether it is a constraint
     */
    record Piece(String name, String definition, boolean constraint) {}

    /** Reads the layout of live tables. */
    static List<TableLayout> of(JdbcClient jdbc, List<String> tables) {
        return tables.stream().map(it -> of(jdbc, it)).toList();
    }

    /** Returns a digest that differs where anything of the layouts does. */
    static String digest(List<TableLayout> layouts) {
        return Digest.of(layouts.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static TableLayout of(JdbcClient jdbc, String table) {
        String id = LIVE + "." + table;
        List<String> columns =
                jdbc.sql("""
                        SELECT concat_ws(' ', attname, format_type(atttypid, atttypmod), attcollation::regcollation,
                                         attnotnull, attidentity, attgenerated, pg_get_expr(adbin, adrelid))
                        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                        """).param(id).query((row, number) -> row.getString(1)).list();
        String options = jdbc.sql("SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = ?::regclass")
                .param(id)
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
        List<String> checks =
                jdbc.sql("""
                        SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid = ?::regclass AND contype = 'c' ORDER BY conname
                        """).param(id).query((row, number) -> row.getString(1)).list();
        List<Piece> pieces = jdbc.sql("""
                        SELECT conname AS name, pg_get_constraintdef(oid) AS definition, true AS is_constraint
                        FROM pg_constraint WHERE conrelid = :table::regclass AND contype IN ('p', 'u', 'x')
                        UNION ALL
                        SELECT relname, pg_get_indexdef(indexrelid), false
                        FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
                        WHERE indrelid = :table::regclass
                            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
                        ORDER BY is_constraint DESC, name
                        """)
                .param("table", id)
                .query((row, number) -> new Piece(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
        List<String> grants =
                jdbc.sql("""
                        SELECT format('%s ON %%s TO %s', privilege_type,
                                      CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
                        FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = ?::regclass AND grantee <> relowner
                        ORDER BY 1
                        """).param(id).query((row, number) -> row.getString(1)).list();
        return new TableLayout(
                table, Stream.concat(columns.stream(), checks.stream()).toList(), options, pieces, grants);
    }

    /** Returns the statements that make the table in a schema, with its checks, without its indexes. */
    List<String> making(String schema) {
        String made = "CREATE TABLE " + schema + "." + name + " (LIKE " + LIVE + "." + name
                + " INCLUDING COMMENTS INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING IDENTITY"
                + " INCLUDING STORAGE)" + (options == null ? "" : " WITH (" + options + ")");
        return Stream.concat(Stream.of(made), grants.stream().map(it -> "GRANT " + it.formatted(schema + "." + name)))
                .toList();
    }

    /** Returns the statement that makes one of its pieces in a schema. */
    String making(Piece piece, String schema) {
        return piece.constraint()
                ? "ALTER TABLE " + schema + "." + name + " ADD CONSTRAINT \"" + piece.name() + "\" "
                        + piece.definition()
                : piece.definition().replaceFirst(" ON (ONLY )?" + LIVE + "\\.", " ON " + schema + ".");
    }

    @Override
    public String toString() {
        return Stream.of(
                        Stream.of("TABLE " + name + " WITH " + options),
                        columns.stream(),
                        pieces.stream().map(it -> it.name() + " " + it.definition()),
                        grants.stream())
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
    }
}
