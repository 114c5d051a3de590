package org.payqual.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final KeyId MASTER = new KeyId(KeyPurpose.MASTER, 1);

    @TempDir
    Path place;

    @Test
    void keepsKeysForTheirOwnerAloneAndReadsThemBack() throws IOException {
        KeyFolder folder = new KeyFolder(place.resolve("keys"), true);
        assertThat(folder.read()).isEmpty();

        List<SecretKey> made = Arrays.stream(KeyPurpose.values())
                .map(purpose -> SecretKey.random(new KeyId(purpose, 1)))
                .toList();
        made.forEach(folder::add);

        Set<String> fingerprints = new HashSet<>();
        for (SecretKey key : folder.read()) {
            fingerprints.add(key.id() + " " + key.fingerprint());
        }
        assertThat(fingerprints)
                .containsExactlyInAnyOrderElementsOf(made.stream()
                        .map(key -> key.id() + " " + key.fingerprint())
                        .toList());
        assertThat(permissions(place.resolve("keys"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(place.resolve("keys"))) {
            assertThat(files)
                    .hasSize(made.size())
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void neverWritesOverAKey() {
        KeyFolder folder = new KeyFolder(place, true);
        folder.add(SecretKey.random(MASTER));
        String first = folder.read().getFirst().fingerprint();

        assertThatThrownBy(() -> folder.add(SecretKey.random(MASTER))).hasMessageContaining("master-1");
        assertThat(folder.read()).extracting(SecretKey::fingerprint).containsExactly(first);
    }

    @Test
    void doesNotUseWhatOthersCanRead() throws IOException {
        KeyFolder folder = new KeyFolder(place, true);
        folder.add(SecretKey.random(MASTER));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertFault(KeyFault.Kind.EXPOSED, folder, "chmod 600");
    }

    @Test
    void noticesADamagedKey() throws IOException {
        KeyFolder folder = new KeyFolder(place, true);
        folder.add(SecretKey.random(MASTER));
        String whole = Files.readString(file());

        for (String damaged :
                List.of("", whole.substring(0, 40), whole.replaceFirst(" [A-Za-z0-9+/]", " -"), exchanged(whole))) {
            Files.writeString(file(), damaged);
            assertFault(KeyFault.Kind.DAMAGED, folder, "damaged");
        }
    }

    @Test
    void noticesAKeyUnderAnotherName() throws IOException {
        KeyFolder folder = new KeyFolder(place, true);
        folder.add(SecretKey.random(MASTER));
        Files.move(file(), place.resolve("master-2.key"));

        assertFault(KeyFault.Kind.WRONG, folder, "master-1");
    }

    @Test
    void makesNoKeysWhereItMayNot() {
        KeyFolder folder = new KeyFolder(place, false);

        assertThatThrownBy(() -> folder.add(SecretKey.random(MASTER)))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(KeyFault.Kind.NONE_GIVEN))
                .hasMessageContaining("master-1.key");
        assertThat(folder.read()).isEmpty();
    }

    @Test
    void readsKeysHandedOverAsText() {
        SecretKey master = SecretKey.random(MASTER);
        SecretKey signing = SecretKey.random(new KeyId(KeyPurpose.SIGNING, 3));
        GivenKeys given = new GivenKeys(KeyText.of(master) + ";\n" + KeyText.of(signing) + "\n");

        assertThat(given.read())
                .extracting(SecretKey::fingerprint)
                .containsExactly(master.fingerprint(), signing.fingerprint());
        assertThatThrownBy(() -> given.add(master)).isInstanceOf(KeyFault.class);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        SecretKey key = SecretKey.random(MASTER);
        String secret = KeyText.of(key).split(" ", -1)[2];

        assertThat(key.toString()).contains("master-1").doesNotContain(secret);
    }

    private Path file() {
        return place.resolve("master-1.key");
    }

    /** Puts another letter in the middle of the secret. */
    private static String exchanged(String whole) {
        int middle = 40;
        char other = whole.charAt(middle) == 'A' ? 'B' : 'A';
        return whole.substring(0, middle) + other + whole.substring(middle + 1);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void assertFault(KeyFault.Kind kind, KeySource source, String says) {
        assertThatThrownBy(source::read)
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(says);
    }
}
