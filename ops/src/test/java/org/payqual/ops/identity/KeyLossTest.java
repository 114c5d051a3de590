package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.keys.KeyFault;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.OtherKeys;
import org.payqual.ops.keys.SecretKey;
import org.springframework.dao.DataIntegrityViolationException;

/** The drills of docs/operations-keys.md in which a key is lost or wrong. */
class KeyLossTest {

    private static final int PEOPLE = 6;

    private final TestDatabase database = TestDatabase.empty();
    private final KeyBag keys = new KeyBag();
    private final Map<Integer, String> people = new TreeMap<>();
    private String statement;
    private String recorded;

    @BeforeEach
    void fill() {
        IdentityStore store = database.start(keys);
        for (int number = 0; number < PEOPLE; number++) {
            people.put(
                    number,
                    store.identities().personFor(card(number), name("张三")).person());
        }
        statement = store.statements().digestOf(StreamType.PERSON, people.get(0), "情节轻微");
        recorded = store.digests()
                .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                .current();
    }

    @ParameterizedTest
    @ValueSource(strings = {"master-1", "index-1", "digest-1", "signing-1"})
    void aMissingKeyStopsTheStartAndIsNeverReplaced(String name) {
        keys.lose(name);
        List<String> left = keys.names();

        assertThatThrownBy(() -> database.start(keys))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.MISSING))
                .hasMessageContaining(name)
                .hasMessageContaining("Put back a copy");
        assertThat(keys.names()).isEqualTo(left);
        assertThat(database.count("key_version")).isEqualTo(KeyPurpose.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "index", "digest", "signing"})
    void aWrongKeyStopsTheStart(String purpose) {
        keys.lose(purpose + "-1");
        keys.add(OtherKeys.of(id(purpose + "-1")));

        assertThatThrownBy(() -> database.start(keys, KeyPurpose.values()))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.WRONG))
                .hasMessageContaining(purpose + "-1");
    }

    @Test
    void aDatabaseRestoredInPartStopsTheStart() {
        database.superuser().sql("delete from identity.key_version").update();

        assertThatThrownBy(() -> database.start(keys))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.UNREGISTERED));
    }

    @Test
    void withoutTheMasterKeyForNowPeopleAreFoundButNotRead() {
        SecretKey master = keys.lose("master-1");
        IdentityStore store = database.start(keys, KeyPurpose.MASTER);

        assertThat(store.identities().find(card(1))).contains(people.get(1));
        assertThat(store.digests()
                        .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                        .matches(recorded))
                .isTrue();
        assertThat(store.signingKeys().current().version()).isEqualTo(1);
        assertFault(IdentityFault.Kind.KEY_MISSING, () -> store.identities().read(people.get(1)));
        assertFault(IdentityFault.Kind.KEY_MISSING, () -> store.identities().personFor(card(9), name("李四")));
        assertFault(
                IdentityFault.Kind.KEY_MISSING,
                () -> store.statements().digestOf(StreamType.PERSON, people.get(0), "情节轻微"));
        assertThatThrownBy(() -> TestDatabase.rotate(store, KeyPurpose.MASTER)).isInstanceOf(KeyFault.class);

        keys.add(master);
        everyoneIsKnown(store.identities());
        assertThat(store.identities().find(card(9))).isEmpty();
    }

    @Test
    void afterTheLossOfTheMasterKeyPeopleComeAgainUnderTheirOwnIds() {
        SecretKey master = keys.lose("master-1");
        IdentityStore store = database.start(keys, KeyPurpose.MASTER);
        assertThat(store.keyCare().declareLost(id("master-1"))).isTrue();
        assertThat(store.keyCare().declareLost(id("master-1"))).isFalse();
        Identities identities = store.identities();

        assertThat(store.keyCare().missing()).containsExactly("master-1");
        assertThat(store.keyCare().rework()).isEqualTo(new Reworked(0, PEOPLE));
        assertThat(keys.names()).contains("master-2");
        assertThat(identities.read(people.get(0))).isEqualTo(new Identity.Unreadable());
        assertThat(store.statements().read(StreamType.PERSON, people.get(0), statement))
                .isEqualTo(new Statement.Unreadable());
        assertThat(identities.personFor(card(9), name("李四")).fresh()).isTrue();
        assertThat(identities.personFor(card(0), name("张三"))).isEqualTo(new Reservation(people.get(0), false, true));
        assertThat(identities.read(people.get(0))).isInstanceOf(Identity.Known.class);
        assertThat(identities.versions(people.get(0))).hasSize(1);
        assertThat(database.start(keys).identities().find(card(1))).contains(people.get(1));

        // A copy of the lost key turns up after all.
        keys.add(master);
        IdentityStore restarted = database.start(keys);
        assertThat(restarted.keyCare().rework()).isEqualTo(new Reworked(PEOPLE, 0));
        everyoneIsKnown(restarted.identities());
        assertThat(restarted.identities().versions(people.get(0))).hasSize(2);
        assertThat(restarted.statements().read(StreamType.PERSON, people.get(0), statement))
                .isInstanceOf(Statement.Kept.class);
    }

    @Test
    void erasingAPersonNeedsNoKey() {
        keys.lose("master-1");
        IdentityStore store = database.start(keys, KeyPurpose.MASTER);

        assertThat(store.identities().erase(people.get(0), CLERK)).isPresent();
        assertThat(store.identities().read(people.get(0))).isInstanceOf(Identity.Erased.class);
        assertThat(store.identities().find(card(0))).isEmpty();
    }

    @Test
    void afterTheLossOfTheIndexKeyItIsRebuiltFromTheNumbers() {
        keys.lose("index-1");
        IdentityStore store = database.start(keys, KeyPurpose.INDEX);
        assertFault(IdentityFault.Kind.KEY_MISSING, () -> store.identities().find(card(1)));
        assertThat(store.identities().read(people.get(1))).isInstanceOf(Identity.Known.class);

        assertThat(store.keyCare().declareLost(id("index-1"))).isTrue();
        assertThat(store.keyCare().rework()).isEqualTo(new Reworked(PEOPLE, 0));

        everyoneIsKnown(store.identities());
        assertThat(database.count("document_index")).isEqualTo(PEOPLE);
        assertThat(store.identities().find(card(9))).isEmpty();
        everyoneIsKnown(database.start(keys).identities());
    }

    @Test
    void whileTheIndexIsRebuiltNobodyIsTakenForUnknown() {
        keys.lose("index-1");
        IdentityStore store = database.start(keys, KeyPurpose.INDEX);
        String last = people.values().stream().max(String::compareTo).orElseThrow();
        database.fail("document_index", "owner <> 'person/" + last + "' or key_version = 1");
        store.keyCare().declareLost(id("index-1"));
        assertThatThrownBy(() -> store.keyCare().rework()).isInstanceOf(DataIntegrityViolationException.class);

        int late = people.entrySet().stream()
                .filter(person -> person.getValue().equals(last))
                .findFirst()
                .orElseThrow()
                .getKey();
        assertFault(
                IdentityFault.Kind.INDEX_REBUILDING, () -> store.identities().find(card(late)));
        assertFault(
                IdentityFault.Kind.INDEX_REBUILDING, () -> store.identities().personFor(card(late), name("张三")));
        assertFault(
                IdentityFault.Kind.INDEX_REBUILDING, () -> store.identities().personFor(card(9), name("李四")));

        database.let("document_index");
        assertThat(database.start(keys).keyCare().rework().complete()).isTrue();
        everyoneIsKnown(store.identities());
    }

    @Test
    void afterTheLossOfBothKeysWhatNobodyCanEnterIsGivenUp() {
        keys.lose("index-1");
        keys.lose("master-1");
        IdentityStore store = database.start(keys, KeyPurpose.INDEX, KeyPurpose.MASTER);
        store.keyCare().declareLost(id("master-1"));
        store.keyCare().declareLost(id("index-1"));
        assertThat(store.keyCare().rework()).isEqualTo(new Reworked(0, 2 * PEOPLE));
        assertFault(
                IdentityFault.Kind.INDEX_REBUILDING, () -> store.identities().personFor(card(0), name("张三")));

        assertThat(store.keyCare().abandonLostDocuments()).isEqualTo(PEOPLE);

        assertThat(store.identities().personFor(card(0), name("张三")).person()).isNotEqualTo(people.get(0));
        assertThat(database.start(keys).identities().find(card(1))).isEmpty();
    }

    @Test
    void afterTheLossOfTheDigestKeyEarlierRequestsAreNotRecognised() {
        keys.lose("digest-1");
        IdentityStore store = database.start(keys, KeyPurpose.DIGEST);
        store.keyCare().declareLost(id("digest-1"));

        assertThat(store.digests()
                        .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                        .matches(recorded))
                .isFalse();
        assertThat(store.digests()
                        .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                        .current())
                .startsWith("2.");
    }

    @Test
    void afterTheLossOfTheSigningKeyItsPublicPartIsLeft() {
        keys.lose("signing-1");
        IdentityStore store = database.start(keys, KeyPurpose.SIGNING);
        assertFault(IdentityFault.Kind.KEY_MISSING, () -> store.signingKeys().current());
        store.keyCare().declareLost(id("signing-1"));

        assertThat(store.signingKeys().current().version()).isEqualTo(2);
        assertThat(store.signingKeys().publicKeys()).containsOnlyKeys(1, 2);
    }

    @Test
    void aKeyAtHandCannotBeDeclaredLost() {
        IdentityStore store = database.start(keys);
        for (String name : List.of("master-1", "master-7")) {
            assertThatThrownBy(() -> store.keyCare().declareLost(id(name)))
                    .isInstanceOfSatisfying(
                            KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.NOT_LOST));
        }
    }

    private void everyoneIsKnown(Identities identities) {
        people.forEach((number, person) -> {
            assertThat(identities.find(card(number))).contains(person);
            assertThat(identities.read(person)).isInstanceOf(Identity.Known.class);
        });
    }

    private static KeyId id(String name) {
        return KeyId.of(name).orElseThrow();
    }

    private static void assertFault(IdentityFault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IdentityFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
