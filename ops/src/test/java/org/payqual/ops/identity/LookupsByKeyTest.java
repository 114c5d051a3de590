package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Bearer;
import org.payqual.command.port.Identities.Reservation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Everybody is looked for by a key, also by plans that the database made while it held a few people. */
class LookupsByKeyTest {

    private static final int FEW = 20;
    private static final int MANY = 4_000;

    /** The driver leaves its statements with the server from the fifth time on. */
    private static final int OFTEN = 6;

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void plansMadeForAFewReadNoMoreOnceThereAreMany() throws Exception {
        try (Connection connection = database.identity().getConnection()) {
            SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
            JdbcClient session = JdbcClient.create(one);
            IdentityStore store = new IdentityStore(one, new KeyBag(), FEW);
            store.checkKeys(Set.of());
            Identities identities = store.identities();
            identities.peopleFor(people(0, FEW));
            for (String table : List.of("data_key", "document_index", "field", "joined")) {
                database.superuser().sql("vacuum analyze identity." + table).update();
            }
            session.sql("set plan_cache_mode = force_generic_plan").update();
            for (int time = 0; time < OFTEN; time++) {
                ask(identities);
            }
            for (int first = FEW; first < MANY; first += 200) {
                identities.peopleFor(people(first, first + 200));
            }
            database.superuser()
                    .sql("insert into identity.joined (owner, into_owner)"
                            + " select gen_random_uuid()::text, gen_random_uuid()::text from generate_series(1, :many)")
                    .param("many", MANY)
                    .update();

            long before = rowsRead(session);
            ask(identities);
            assertThat(rowsRead(session) - before).as("rows read").isPositive().isLessThan(MANY);

            session.sql("reset plan_cache_mode").update();
        }
    }

    /** All that is asked of people, and of whole records, of a few. */
    private static void ask(Identities identities) {
        List<String> people = identities.peopleFor(people(0, FEW)).stream()
                .map(Reservation::person)
                .toList();
        identities.foreseePeople(people(0, FEW));
        identities.readAll(people);
        identities.versions(people.getFirst());
        identities.find(card(1));
        // Nobody has that id, so that nothing is destroyed and only looked for.
        identities.erase("nobody", Invented.CLERK);
    }

    /** Tells how many rows of the identity store were read so far, by whatever way. */
    private long rowsRead(JdbcClient session) {
        session.sql("select pg_stat_force_next_flush()")
                .query((row, number) -> number)
                .list();
        return database.superuser()
                .sql("select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))"
                        + " from pg_stat_user_tables where schemaname = 'identity'")
                .query(Long.class)
                .single();
    }

    private static List<Bearer> people(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(it -> new Bearer(card(it), name("张三")))
                .toList();
    }
}
