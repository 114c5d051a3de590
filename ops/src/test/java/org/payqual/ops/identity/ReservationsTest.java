package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Bearer;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.domain.identity.Identity;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.springframework.dao.DataIntegrityViolationException;

/** Ids for many documents at once, as a file brings them. */
class ReservationsTest {

    private final TestDatabase database = TestDatabase.empty();
    private final KeyBag keys = new KeyBag();
    private Identities identities;

    @BeforeEach
    void open() {
        identities = database.start(keys).identities();
    }

    @Test
    void knownAndUnknownAreToldApartInTheirOrder() {
        String known = identities.personFor(card(2), name("李四")).person();
        List<Bearer> bearers = List.of(bearer(1, "张三"), bearer(2, "李四"), bearer(3, "王五"), bearer(2, "赵六"));

        assertThat(identities.foreseePeople(bearers))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Reservation(known, false, true)),
                        Optional.empty(),
                        Optional.of(new Reservation(known, false, false)));
        assertThat(database.count("document_index")).isEqualTo(1);

        List<Reservation> reserved = identities.peopleFor(bearers);

        assertThat(reserved).extracting(Reservation::fresh).containsExactly(true, false, true, false);
        assertThat(reserved.get(1)).isEqualTo(new Reservation(known, false, true));
        assertThat(reserved.get(3)).isEqualTo(new Reservation(known, false, false));
        assertThat(identities.find(card(1))).contains(reserved.get(0).person());
        assertThat(identities.find(card(3))).contains(reserved.get(2).person());
        assertThat(known(reserved.get(2).person()).name()).isEqualTo(name("王五"));
        assertThat(known(reserved.get(2).person()).document()).isEqualTo(card(3));
        assertThat(known(known).name()).isEqualTo(name("李四"));
        assertThat(identities.foreseePeople(bearers))
                .containsExactlyElementsOf(
                        identities.peopleFor(bearers).stream().map(Optional::of).toList());
        assertThat(identities.peopleFor(List.of())).isEmpty();
    }

    @Test
    void ofADocumentThatComesTwiceTheFirstNameCounts() {
        List<Reservation> reserved = identities.peopleFor(
                List.of(bearer(1, "张三"), bearer(1, "张三"), bearer(2, "李四"), bearer(1, "王五"), bearer(1, "张三")));

        String person = reserved.getFirst().person();
        assertThat(reserved)
                .containsExactly(
                        new Reservation(person, true, true),
                        new Reservation(person, false, true),
                        new Reservation(reserved.get(2).person(), true, true),
                        new Reservation(person, false, false),
                        new Reservation(person, false, true));
        assertThat(known(person).name()).isEqualTo(name("张三"));
        assertThat(database.count("data_key")).isEqualTo(2);
        assertThat(database.count("field")).isEqualTo(4);
    }

    @Test
    void manyFilesOfTheSamePeopleAtOnceGetTheSameIds() throws Exception {
        for (int round = 0; round < 8; round++) {
            int first = round * 100;
            List<Bearer> people = IntStream.range(first, first + 60)
                    .mapToObj(it -> bearer(it, "张三"))
                    .toList();
            CyclicBarrier together = new CyclicBarrier(6);
            List<List<Reservation>> files = atOnce(6, caller -> {
                List<Bearer> own = new ArrayList<>(people);
                Collections.rotate(own, caller * 10);
                if (caller % 2 == 1) {
                    Collections.reverse(own);
                }
                together.await();
                return identities.peopleFor(own);
            });

            assertThat(files.stream()
                            .flatMap(List::stream)
                            .map(Reservation::person)
                            .distinct())
                    .hasSize(60);
            assertThat(files.stream().flatMap(List::stream).filter(Reservation::fresh))
                    .hasSize(60);
            assertThat(files).allSatisfy(it -> assertThat(it).allMatch(Reservation::nameAgrees));
        }
        assertThat(database.count("data_key")).isEqualTo(8 * 60);
    }

    @Test
    void twoFilesOfTheSamePeopleInOppositeOrdersNeverWaitForEachOtherInACircle() throws Exception {
        identities.personFor(card(2), name("张三"));
        byte[] digest = database.superuser()
                .sql("select digest from identity.document_index")
                .query(byte[].class)
                .single();
        identities.erase(identities.find(card(2)).orElseThrow(), CLERK);
        List<Bearer> people = List.of(bearer(1, "张三"), bearer(2, "李四"), bearer(3, "王五"));
        try (Connection third = database.identity().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            third.setAutoCommit(false);
            try (PreparedStatement claim = third.prepareStatement("insert into identity.document_index"
                    + " (key_version, digest, owner, document_version) values (1, ?, 'person/third', 1)")) {
                claim.setBytes(1, digest);
                claim.executeUpdate();
            }
            Future<List<Reservation>> file = threads.submit(() -> identities.peopleFor(people));
            Future<List<Reservation>> reversed = threads.submit(() -> identities.peopleFor(people.reversed()));
            while (waiting() < 2) {
                Thread.onSpinWait();
            }
            third.rollback();

            assertThat(file.get().reversed())
                    .extracting(Reservation::person)
                    .containsExactlyElementsOf(
                            reversed.get().stream().map(Reservation::person).toList());
        }
    }

    private long waiting() {
        return database.superuser()
                .sql("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverClaimsADocumentBetweenTheLookAndTheClaimIsFoundAndTheRestIsReserved() throws Exception {
        for (int round = 0; round < 20; round++) {
            int first = round * 10;
            CyclicBarrier together = new CyclicBarrier(2);
            List<List<Reservation>> both = atOnce(2, caller -> {
                together.await();
                return caller == 0
                        ? identities.peopleFor(
                                List.of(bearer(first, "张三"), bearer(first + 1, "李四"), bearer(first + 2, "王五")))
                        : List.of(identities.personFor(card(first + 1), name("李四光")));
            });

            Reservation inFile = both.getFirst().get(1);
            Reservation alone = both.getLast().getFirst();
            assertThat(inFile.person()).isEqualTo(alone.person());
            assertThat(inFile.fresh()).isNotEqualTo(alone.fresh());
            assertThat(inFile.nameAgrees()).isEqualTo(inFile.fresh());
            assertThat(alone.nameAgrees()).isEqualTo(alone.fresh());
            assertThat(both.getFirst().getFirst().fresh()).isTrue();
            assertThat(both.getFirst().getLast().fresh()).isTrue();
            assertThat(identities.find(card(first + 2)))
                    .contains(both.getFirst().getLast().person());
        }
        assertThat(database.count("data_key")).isEqualTo(3 * 20);
    }

    @Test
    void ofWhoeverIsKnownNothingIsWrittenAndNoKeyIsHeld() {
        List<Bearer> bearers = List.of(bearer(1, "张三"), bearer(2, "李四"));
        List<Reservation> before = identities.peopleFor(bearers);
        String role = database.access().identity().username();
        database.superuser().sql("revoke insert on identity.field from " + role).update();
        database.superuser()
                .sql("revoke update (master_version, wrapped, destroyed_at) on identity.data_key from " + role)
                .update();
        try {
            assertThat(identities.peopleFor(bearers))
                    .extracting(Reservation::person)
                    .containsExactlyElementsOf(
                            before.stream().map(Reservation::person).toList());
        } finally {
            database.superuser()
                    .sql("grant insert on identity.field to " + role)
                    .update();
            database.superuser()
                    .sql("grant update (master_version, wrapped, destroyed_at) on identity.data_key to " + role)
                    .update();
        }
    }

    @Test
    void allAreReservedOrNone() {
        database.fail("field", "false");
        assertThatThrownBy(() -> identities.peopleFor(List.of(bearer(1, "张三"), bearer(2, "李四"))))
                .isInstanceOf(DataIntegrityViolationException.class);
        database.let("field");

        assertThat(identities.find(card(1))).isEmpty();
        assertThat(database.count("data_key")).isZero();
        assertThat(database.count("document_index")).isZero();
    }

    @Test
    void anErasedPersonsDocumentLeadsToANewId() {
        List<Bearer> bearers = List.of(bearer(1, "张三"), bearer(2, "李四"));
        List<Reservation> before = identities.peopleFor(bearers);
        identities.erase(before.getFirst().person(), CLERK);

        List<Reservation> after = identities.peopleFor(bearers);

        assertThat(after.getFirst().fresh()).isTrue();
        assertThat(after.getFirst().person()).isNotEqualTo(before.getFirst().person());
        assertThat(after.getLast()).isEqualTo(new Reservation(before.getLast().person(), false, true));
    }

    @Test
    void whoeverIsErasedMeanwhileIsNotGiven() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<Bearer> bearers = List.of(bearer(round, "张三"), bearer(round + 100, "李四"));
            String erased = identities.personFor(card(round), name("张三")).person();
            CyclicBarrier together = new CyclicBarrier(2);
            atOnce(2, caller -> {
                together.await();
                return caller == 0 ? identities.erase(erased, CLERK).isPresent() : identities.peopleFor(bearers);
            });

            assertThat(identities.read(erased)).isInstanceOf(Identity.Erased.class);
            List<Reservation> after = identities.peopleFor(bearers);
            assertThat(after).extracting(Reservation::person).doesNotContain(erased);
            assertThat(known(after.getFirst().person()).document()).isEqualTo(card(round));
            assertThat(after.getLast().fresh()).isFalse();
        }
    }

    @Test
    void whoseKeyIsDestroyedIsNotGivenThoughADocumentStillLedThereWhenItWasLookedFor() {
        String person = identities.personFor(card(1), name("张三")).person();
        database.superuser()
                .sql("update identity.data_key set wrapped = null, master_version = null, destroyed_at = now()")
                .update();

        assertThatThrownBy(() -> identities.peopleFor(List.of(bearer(2, "李四"), bearer(1, "张三"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("again and again");
        assertThat(identities.find(card(1))).contains(person);
        assertThat(identities.find(card(2))).isEmpty();
    }

    @Test
    void ofJoinedRecordsTheOneThatGoesOnIsGivenByTheNamesOfEach() {
        List<String> people =
                identities
                        .peopleFor(List.of(bearer(1, "张三"), bearer(2, "张山"), bearer(3, "张衫"), bearer(4, "李四")))
                        .stream()
                        .map(Reservation::person)
                        .toList();
        identities.join(people.get(0), people.get(1));
        identities.join(people.get(1), people.get(2));
        List<Bearer> bearers = List.of(bearer(1, "张三"), bearer(1, "张衫"), bearer(2, "张山"), bearer(4, "李四"));
        List<Reservation> expected = List.of(
                new Reservation(people.get(2), false, true),
                new Reservation(people.get(2), false, false),
                new Reservation(people.get(2), false, true),
                new Reservation(people.get(3), false, true));

        assertThat(identities.peopleFor(bearers)).isEqualTo(expected);
        assertThat(identities.foreseePeople(bearers))
                .isEqualTo(expected.stream().map(Optional::of).toList());
    }

    @Test
    void whomALostKeyMadeUnreadableIsWrittenAnewUnderTheirOwnId() {
        String person = identities.personFor(card(1), name("张三")).person();
        String other = identities.personFor(card(2), name("李四")).person();
        Identities after = afterLossOfTheMasterKey();

        assertThat(after.foreseePeople(List.of(bearer(1, "王五"))))
                .containsExactly(Optional.of(new Reservation(person, false, true)));
        List<Reservation> reserved = after.peopleFor(List.of(bearer(1, "张三"), bearer(3, "赵六"), bearer(1, "王五")));

        assertThat(reserved)
                .containsExactly(
                        new Reservation(person, false, true),
                        new Reservation(reserved.get(1).person(), true, true),
                        new Reservation(person, false, false));
        assertThat(after.read(person)).isInstanceOfSatisfying(Identity.Known.class, it -> {
            assertThat(it.version()).isEqualTo(2);
            assertThat(it.name()).isEqualTo(name("张三"));
        });
        assertThat(after.read(other)).isInstanceOf(Identity.Unreadable.class);
    }

    @Test
    void filesAndAmendmentsAfterTheLossOfAKeyNeverWaitForEachOtherInACircle() throws Exception {
        int people = 12;
        List<String> ids =
                identities
                        .peopleFor(IntStream.range(0, people)
                                .mapToObj(it -> bearer(it, "张三"))
                                .toList())
                        .stream()
                        .map(Reservation::person)
                        .toList();
        Identities after = afterLossOfTheMasterKey();
        for (int round = 0; round < people; round++) {
            int number = round;
            CyclicBarrier together = new CyclicBarrier(2);
            atOnce(2, caller -> {
                together.await();
                return caller == 0
                        ? after.peopleFor(List.of(bearer(500 + number, "李四"), bearer(number, "张三")))
                        : after.amend(ids.get(number), name("张三"), card(500 + number), FormerDocument.REPLACED);
            });
            assertThat(after.read(ids.get(number))).isInstanceOf(Identity.Known.class);
        }
    }

    private Identities afterLossOfTheMasterKey() {
        keys.lose("master-1");
        IdentityStore store = database.start(keys, KeyPurpose.MASTER);
        assertThat(store.keyCare().declareLost(new KeyId(KeyPurpose.MASTER, 1))).isTrue();
        return store.identities();
    }

    private static Bearer bearer(int number, String name) {
        return new Bearer(card(number), name(name));
    }

    private Identity.Known known(String person) {
        return (Identity.Known) identities.read(person);
    }

    private static <T> List<T> atOnce(int callers, Call<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(caller -> () -> call.by(caller))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private interface Call<T> {
        T by(int caller) throws Exception;
    }
}
