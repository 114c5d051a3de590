package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.document;
import static org.payqual.ops.identity.Invented.name;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Amendment;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityField;

class IdentitiesTest {

    private final TestDatabase database = TestDatabase.empty();
    private Identities identities;

    @BeforeEach
    void open() {
        identities = database.start(new KeyBag()).identities();
    }

    @Test
    void reservesARandomIdOnceForADocument() {
        Reservation first = identities.personFor(card(1), name("张三"));
        Reservation again = identities.personFor(card(1), name("张三"));
        Reservation other = identities.personFor(card(2), name("张三"));

        assertThat(first.fresh()).isTrue();
        assertThat(UUID.fromString(first.person()).version()).isEqualTo(4);
        assertThat(again).isEqualTo(new Reservation(first.person(), false, true));
        assertThat(other.person()).isNotEqualTo(first.person());
        assertThat(identities.find(card(1))).contains(first.person());
        assertThat(identities.find(card(3))).isEmpty();
    }

    @Test
    void saysWhenTheNameIsAnotherAndKeepsTheOneItHas() {
        String person = identities.personFor(card(1), name("张三")).person();

        assertThat(identities.personFor(card(1), name("李四"))).isEqualTo(new Reservation(person, false, false));
        assertThat(known(person).name()).isEqualTo(name("张三"));
    }

    @Test
    void readsBackWhatWasKept() {
        String person = identities.personFor(card(1), name("张三")).person();

        Identity.Known known = known(person);
        assertThat(known.version()).isEqualTo(1);
        assertThat(known.document()).isEqualTo(card(1));
        assertThat(known.recordedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(identities.read(UUID.randomUUID().toString())).isEqualTo(new Identity.Unknown());
        assertThat(identities.versions("nobody")).isEmpty();
    }

    @Test
    void oneNumberUnderTwoTypesIsTwoDocuments() {
        IdentityDocument permit = document(DocumentType.TAIWAN_TRAVEL_PERMIT, "12345678");
        IdentityDocument passport = document(DocumentType.PASSPORT, "CHE-12345678");

        assertThat(identities.personFor(permit, name("王五")).person())
                .isNotEqualTo(identities.personFor(passport, name("王五")).person());
    }

    @Test
    void manyFirstCommandsAtOnceGetTheSameId() throws Exception {
        int callers = 12;
        for (int round = 0; round < 10; round++) {
            IdentityDocument document = card(100 + round);
            CyclicBarrier together = new CyclicBarrier(callers);
            List<Reservation> reservations = atOnce(callers, () -> {
                together.await();
                return identities.personFor(document, name("张三"));
            });
            assertThat(reservations)
                    .extracting(Reservation::person)
                    .containsOnly(reservations.getFirst().person());
            assertThat(reservations).filteredOn(Reservation::fresh).hasSize(1);
        }
        assertThat(database.count("data_key")).isEqualTo(10);
        assertThat(database.count("field")).isEqualTo(20);
    }

    @Test
    void amendingKeepsEarlierVersionsReadable() {
        String person = identities.personFor(card(1), name("张三")).person();

        assertThat(identities.amend(person, name("张山"), card(1), FormerDocument.REPLACED))
                .isEqualTo(new Amendment.Amended(2, List.of(IdentityField.NAME)));
        assertThat(identities.versions(person))
                .extracting(Identity.Known::name)
                .containsExactly(name("张三"), name("张山"));
        assertThat(known(person).version()).isEqualTo(2);
        assertThat(identities.find(card(1))).contains(person);
    }

    @Test
    void amendingToWhatIsKeptAlreadyChangesNothing() {
        String person = identities.personFor(card(1), name("张三")).person();

        assertThat(identities.amend(person, name("张三"), card(1), FormerDocument.MISTAKEN))
                .isEqualTo(new Amendment.Amended(1, List.of(IdentityField.values())));
        assertThat(identities.versions(person)).hasSize(1);
        assertThat(identities.find(card(1))).contains(person);
    }

    @Test
    void aReplacedDocumentStillLeadsToItsHolder() {
        IdentityDocument passport = document(DocumentType.PASSPORT, "CHE-X1234567");
        IdentityDocument next = document(DocumentType.PASSPORT, "CHE-X7654321");
        String person = identities.personFor(passport, name("Anna Muster")).person();
        identities.amend(person, name("Anna Muster"), next, FormerDocument.REPLACED);

        assertThat(identities.find(passport)).contains(person);
        assertThat(identities.find(next)).contains(person);
        // Back to the first one, which then proves to be a mistake: that one goes, the other stays.
        identities.amend(person, name("Anna Muster"), passport, FormerDocument.REPLACED);
        identities.amend(person, name("Anna Muster"), card(1), FormerDocument.MISTAKEN);
        assertThat(identities.find(passport)).isEmpty();
        assertThat(identities.find(next)).contains(person);
        assertThat(identities.find(card(1))).contains(person);
    }

    @Test
    void aMistakenDocumentIsFreeForItsTrueHolder() {
        String person = identities.personFor(card(1), name("张三")).person();
        identities.amend(person, name("张三"), card(2), FormerDocument.MISTAKEN);

        Reservation holder = identities.personFor(card(1), name("李四"));
        assertThat(holder.fresh()).isTrue();
        assertThat(holder.person()).isNotEqualTo(person);
    }

    @Test
    void aDocumentOfAnotherIsNotTaken() {
        String person = identities.personFor(card(1), name("张三")).person();
        String other = identities.personFor(card(2), name("李四")).person();

        assertThat(identities.amend(person, name("张三"), card(2), FormerDocument.MISTAKEN))
                .isEqualTo(new Amendment.Taken(other));
        assertThat(identities.find(card(1))).contains(person);
        assertThat(identities.versions(person)).hasSize(1);
    }

    @Test
    void onlyOneOfManyGetsTheSameNewDocument() throws Exception {
        List<String> people = List.of(
                identities.personFor(card(1), name("张三")).person(),
                identities.personFor(card(2), name("李四")).person(),
                identities.personFor(card(3), name("王五")).person());
        CyclicBarrier together = new CyclicBarrier(people.size());
        List<Amendment> amendments = atOnce(people, person -> {
            together.await();
            return identities.amend(person, name("赵六"), card(9), FormerDocument.REPLACED);
        });

        String holder = identities.find(card(9)).orElseThrow();
        assertThat(amendments)
                .containsOnly(
                        new Amendment.Amended(2, List.of(IdentityField.NAME, IdentityField.DOCUMENT_NUMBER)),
                        new Amendment.Taken(holder));
        assertThat(amendments)
                .filteredOn(amendment -> amendment instanceof Amendment.Amended)
                .hasSize(1);
    }

    @Test
    void anErasedPersonStaysErased() {
        String person = identities.personFor(card(1), name("张三")).person();
        Instant at = identities.erase(person, CLERK).orElseThrow();

        assertThat(identities.read(person)).isEqualTo(new Identity.Erased(at));
        assertThat(identities.versions(person)).isEmpty();
        assertThat(identities.find(card(1))).isEmpty();
        assertThat(identities.erase(person, CLERK)).contains(at);
        assertThat(identities.amend(person, name("张三"), card(1), FormerDocument.REPLACED))
                .isEqualTo(new Amendment.Impossible(new Identity.Erased(at)));
        assertThat(identities.erase("nobody", CLERK)).isEmpty();
        assertThat(database.count("erasure")).isEqualTo(1);
        assertThat(identities.personFor(card(1), name("张三")).person()).isNotEqualTo(person);
    }

    @Test
    void erasingAndReservingAtOnceLeavesEitherTheOldIdErasedOrANewOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            IdentityDocument document = card(round);
            String person = identities.personFor(document, name("张三")).person();
            CyclicBarrier together = new CyclicBarrier(4);
            atOnce(List.of(0, 1, 2, 3), caller -> {
                together.await();
                return caller == 0
                        ? identities.erase(person, CLERK).isPresent()
                        : identities.personFor(document, name("张三")).nameAgrees();
            });

            assertThat(identities.read(person)).isInstanceOf(Identity.Erased.class);
            identities
                    .find(document)
                    .ifPresent(id -> assertThat(known(id).document()).isEqualTo(document));
        }
    }

    private Identity.Known known(String person) {
        return (Identity.Known) identities.read(person);
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        return atOnce(java.util.Collections.nCopies(callers, 0), number -> call.call());
    }

    private static <A, T> List<T> atOnce(List<A> arguments, Step<A, T> step) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = arguments.stream()
                    .map(argument -> (Callable<T>) () -> step.run(argument))
                    .toList();
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private interface Step<A, T> {
        T run(A argument) throws Exception;
    }
}
