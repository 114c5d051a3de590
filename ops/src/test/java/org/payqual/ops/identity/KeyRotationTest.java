package org.payqual.ops.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.identity.Invented.CLERK;
import static org.payqual.ops.identity.Invented.card;
import static org.payqual.ops.identity.Invented.name;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Identities.FormerDocument;
import org.payqual.command.port.KeyedDigest;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.Statement;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyState;
import org.payqual.ops.keys.RegisteredKey;
import org.payqual.ops.keys.SigningKeys;
import org.springframework.dao.DataIntegrityViolationException;

/** The drills of docs/operations-keys.md in which no key is lost. */
class KeyRotationTest {

    private static final int PEOPLE = 11;

    private final TestDatabase database = TestDatabase.empty();
    private final KeyBag keys = new KeyBag();
    private final Map<Integer, String> people = new TreeMap<>();
    private IdentityStore store;
    private Identities identities;

    @BeforeEach
    void fill() {
        store = database.start(keys);
        identities = store.identities();
        for (int number = 0; number < PEOPLE; number++) {
            people.put(number, identities.personFor(card(number), name("张三")).person());
        }
    }

    @Test
    void masterKeyChangesWithoutTouchingWhatIsSealed() {
        String digest = store.statements().digestOf(StreamType.PERSON, people.get(0), "情节轻微");
        List<String> sealed = sealed();

        assertThat(TestDatabase.rotate(store, KeyPurpose.MASTER)).isEqualTo(new Reworked(PEOPLE, 0));

        assertThat(states(KeyPurpose.MASTER)).containsExactly(KeyState.ACTIVE, KeyState.RETIRED);
        assertThat(sealed()).isEqualTo(sealed);
        keys.lose("master-1");
        IdentityStore restarted = database.start(keys);
        everyoneIsKnown(restarted.identities());
        assertThat(restarted.statements().read(StreamType.PERSON, people.get(0), digest))
                .isInstanceOf(Statement.Kept.class);
    }

    @Test
    void masterKeyChangeGoesOnAfterAnInterruption() {
        String last = people.values().stream().max(String::compareTo).orElseThrow();
        database.fail("data_key", "owner <> 'person/" + last + "' or master_version = 1");
        assertThatThrownBy(() -> TestDatabase.rotate(store, KeyPurpose.MASTER))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(states(KeyPurpose.MASTER)).containsExactly(KeyState.ACTIVE, KeyState.LEAVING);
        everyoneIsKnown(identities);
        identities.personFor(card(500), name("李四"));

        database.let("data_key");
        Reworked rest = database.start(keys).keyCare().rework();
        assertThat(rest.done()).isBetween(1L, 4L);
        assertThat(rest.complete()).isTrue();
        assertThat(states(KeyPurpose.MASTER)).containsExactly(KeyState.ACTIVE, KeyState.RETIRED);
        keys.lose("master-1");
        everyoneIsKnown(database.start(keys).identities());
    }

    @Test
    void indexKeyChangesAndEveryDocumentIsStillFound() {
        identities.amend(people.get(0), name("张三"), card(700), FormerDocument.REPLACED);

        assertThat(TestDatabase.rotate(store, KeyPurpose.INDEX)).isEqualTo(new Reworked(PEOPLE + 1, 0));

        assertThat(states(KeyPurpose.INDEX)).containsExactly(KeyState.ACTIVE, KeyState.RETIRED);
        assertThat(database.count("document_index")).isEqualTo(PEOPLE + 1);
        keys.lose("index-1");
        Identities restarted = database.start(keys).identities();
        everyoneIsKnown(restarted);
        assertThat(restarted.find(card(700))).contains(people.get(0));
        assertThat(restarted.personFor(card(3), name("张三")).fresh()).isFalse();
    }

    @Test
    void halfChangedIndexFindsAndGuardsEveryDocument() {
        String last = people.values().stream().max(String::compareTo).orElseThrow();
        List<Integer> others = people.keySet().stream()
                .filter(number -> !people.get(number).equals(last))
                .toList();
        int amended = others.get(0);
        int erased = others.get(1);
        database.fail("document_index", "owner <> 'person/" + last + "' or key_version = 1");
        assertThatThrownBy(() -> TestDatabase.rotate(store, KeyPurpose.INDEX))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(states(KeyPurpose.INDEX)).containsExactly(KeyState.ACTIVE, KeyState.LEAVING);
        everyoneIsKnown(identities);
        people.forEach((number, person) -> assertThat(
                        identities.personFor(card(number), name("张三")).person())
                .isEqualTo(person));
        String newcomer = identities.personFor(card(500), name("李四")).person();
        identities.amend(people.get(amended), name("张三"), card(501), FormerDocument.MISTAKEN);
        identities.erase(people.get(erased), CLERK);

        database.let("document_index");
        assertThat(database.start(keys).keyCare().rework().complete()).isTrue();
        assertThat(identities.find(card(500))).contains(newcomer);
        assertThat(identities.find(card(501))).contains(people.get(amended));
        assertThat(identities.find(card(amended))).isEmpty();
        assertThat(identities.find(card(erased))).isEmpty();
        assertThat(database.count("document_index")).isEqualTo(PEOPLE);
    }

    @Test
    void peopleComeAndGoWhileKeysChange() throws Exception {
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            int from = 1000 + caller * 10_000;
            callers.add(() -> {
                for (int number = from; number < from + 30; number++) {
                    comeAndGo(number);
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running =
                    callers.stream().map(threads::submit).toList();
            do {
                assertThat(TestDatabase.rotate(store, KeyPurpose.INDEX).complete())
                        .isTrue();
                assertThat(TestDatabase.rotate(store, KeyPurpose.MASTER).complete())
                        .isTrue();
            } while (!running.stream().allMatch(Future::isDone));
            for (Future<Boolean> caller : running) {
                assertThat(caller.get()).isTrue();
            }
        }
        everyoneIsKnown(identities);
        assertThat(states(KeyPurpose.INDEX)).containsOnlyOnce(KeyState.ACTIVE).contains(KeyState.RETIRED);
        assertThat(states(KeyPurpose.INDEX)).doesNotContain(KeyState.LEAVING);
    }

    private void comeAndGo(int number) {
        String person = identities.personFor(card(number), name("李四")).person();
        assertThat(identities.find(card(number))).contains(person);
        int known = number % PEOPLE;
        assertThat(identities.personFor(card(known), name("张三")).person()).isEqualTo(people.get(known));
        if (number % 3 == 0) {
            identities.erase(person, CLERK);
        }
    }

    @Test
    void aRunningProgramFindsAKeyThatAnotherOneAdded() {
        IdentityStore other = database.start(keys);
        TestDatabase.rotate(other, KeyPurpose.MASTER);
        TestDatabase.rotate(other, KeyPurpose.INDEX);

        everyoneIsKnown(identities);
        assertThat(identities.personFor(card(500), name("李四")).fresh()).isTrue();
    }

    @Test
    void repeatedRequestsAreRecognisedAcrossAChangeOfTheDigestKey() {
        byte[] request = "{\"points\":6}".getBytes(StandardCharsets.UTF_8);
        String key = store.digests()
                .ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1")
                .current();
        String digest = store.digests()
                .ofRequest(CLERK.issuer(), CLERK.subject(), "person/1", request)
                .current();

        TestDatabase.rotate(store, KeyPurpose.DIGEST);

        KeyedDigest repeated = store.digests().ofKey(CLERK.issuer(), CLERK.subject(), "person/1", "k-1");
        assertThat(repeated.current()).startsWith("2.").isNotEqualTo(key);
        assertThat(repeated.matches(key)).isTrue();
        assertThat(repeated.matches(repeated.current())).isTrue();
        assertThat(store.digests()
                        .ofRequest(CLERK.issuer(), CLERK.subject(), "person/1", request)
                        .matches(digest))
                .isTrue();
        assertThat(store.digests()
                        .ofRequest(CLERK.issuer(), CLERK.subject(), "person/1", new byte[0])
                        .matches(digest))
                .isFalse();
    }

    @Test
    void whatAFormerKeySignedStaysVerifiable() throws GeneralSecurityException {
        byte[] paper = "checkpoint".getBytes(StandardCharsets.UTF_8);
        SigningKeys.Signer first = store.signingKeys().current();
        byte[] signature = sign(first, paper);

        TestDatabase.rotate(store, KeyPurpose.SIGNING);
        keys.lose("signing-1");

        SigningKeys restarted = database.start(keys).signingKeys();
        assertThat(restarted.current().version()).isEqualTo(2);
        assertThat(restarted.publicKeys()).containsOnlyKeys(1, 2);
        assertThat(verifies(restarted.publicKeys().get(1), paper, signature)).isTrue();
        assertThat(verifies(restarted.publicKeys().get(2), paper, signature)).isFalse();
        assertThat(verifies(restarted.publicKeys().get(2), paper, sign(restarted.current(), paper)))
                .isTrue();
    }

    /**
     * Whoever restores a backup holds an erased person's wrapped key again; without its master key it opens nothing.
     */
    @Test
    void anErasedPersonSurvivesInABackupOnlyAsLongAsTheMasterKeyOfThatTime() {
        String person = people.get(0);
        byte[] backup = database.superuser()
                .sql("select wrapped from identity.data_key where owner = 'person/" + person + "'")
                .query((row, number) -> row.getBytes(1))
                .single();
        identities.erase(person, CLERK);
        restore(person, backup);
        assertThat(identities.read(person)).isInstanceOf(Identity.Known.class);

        database.superuser()
                .sql("update identity.data_key set wrapped = null, master_version = null, destroyed_at = now()"
                        + " where owner = 'person/" + person + "'")
                .update();
        TestDatabase.rotate(store, KeyPurpose.MASTER);
        keys.lose("master-1");
        restore(person, backup);
        Identities restarted = database.start(keys, KeyPurpose.MASTER).identities();
        assertThatThrownBy(() -> restarted.read(person)).hasMessageContaining("master-1");
    }

    private void restore(String person, byte[] backup) {
        database.superuser()
                .sql("update identity.data_key set wrapped = :wrapped, master_version = 1, destroyed_at = null"
                        + " where owner = 'person/" + person + "'")
                .param("wrapped", backup)
                .update();
    }

    private void everyoneIsKnown(Identities from) {
        people.forEach((number, person) -> {
            assertThat(from.find(card(number))).contains(person);
            assertThat(from.read(person)).isInstanceOf(Identity.Known.class);
        });
    }

    private List<KeyState> states(KeyPurpose purpose) {
        return store.keyCare().list().stream()
                .filter(key -> key.id().purpose() == purpose)
                .map(RegisteredKey::state)
                .toList();
    }

    private List<String> sealed() {
        return database.superuser()
                .sql("select owner || field || version || encode(sealed, 'hex') from identity.field"
                        + " union all select encode(digest, 'hex') || encode(sealed, 'hex') from identity.statement"
                        + " order by 1")
                .query(String.class)
                .list();
    }

    private static byte[] sign(SigningKeys.Signer signer, byte[] paper) throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(signer.key());
        ed25519.update(paper);
        return ed25519.sign();
    }

    private static boolean verifies(PublicKey key, byte[] paper, byte[] signature) throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(paper);
        return ed25519.verify(signature);
    }
}
