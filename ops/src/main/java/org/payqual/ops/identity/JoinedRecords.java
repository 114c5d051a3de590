package org.payqual.ops.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which records turned out to be one person's. A record goes on in one other at most. Both ways are gone record by
 * record, since a join of all on the way with all that were joined reads all of these, however few are on the way.
 */
final class JoinedRecords {

    private final JdbcClient jdbc;

    JoinedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a record's person goes on in another. */
    void add(Owner record, Owner into) {
        jdbc.sql("insert into identity.joined (owner, into_owner) values (:record, :into) on conflict do nothing")
                .param("record", record.text())
                .param("into", into.text())
                .update();
    }

    /** Finds the record in which a record's person goes on: itself where it was not joined with another. */
    Owner survivor(Owner record) {
        return Objects.requireNonNull(survivors(List.of(record)).get(record));
    }

    /** Finds likewise for each of many records in which it goes on. */
    Map<Owner, Owner> survivors(Collection<Owner> records) {
        Map<Owner, Owner> survivors = new HashMap<>();
        jdbc.sql("with recursive on_the_way (record, owner, step) as (select r, r, 0 from unnest(:records::text[]) r"
                        + " union all select w.record, j.into_owner, w.step + 1 from on_the_way w cross join lateral"
                        + " (select j.into_owner from identity.joined j where j.owner = w.owner limit 1) j)"
                        + " select distinct on (record) record, owner from on_the_way order by record, step desc")
                .param("records", records.stream().map(Owner::text).toArray(String[]::new))
                .query((row, number) ->
                        survivors.put(new Owner(row.getString("record")), new Owner(row.getString("owner"))))
                .list();
        return survivors;
    }

    /** Lists the records whose person goes on in a record, and that record, in the order in which they are held. */
    List<Owner> allOf(Owner survivor) {
        return jdbc.sql("with recursive part (owner) as (select :survivor::text"
                        + " union all select j.owner from part p cross join lateral"
                        + " (select j.owner from identity.joined j where j.into_owner = p.owner offset 0) j)"
                        + " select owner from part order by owner")
                .param("survivor", survivor.text())
                .query((row, number) -> new Owner(row.getString("owner")))
                .list();
    }
}
