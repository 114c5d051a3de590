package org.payqual.ops.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.payqual.ops.keys.GivenKeys;
import org.payqual.ops.keys.KeyFolder;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeySource;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code payqual.keys}. What they order is done once: a restart with the same settings changes nothing.
 *
 * @param folder where each key is a file
 * @param text the keys themselves instead of a folder, as from an environment variable
 * @param make whether the program may make keys in the folder; if not set it may with the embedded database alone
 * @param without purposes whose keys may be missing for now
 * @param next keys to be taken into use, such as {@code master-2}
 * @param lost keys that are lost for good, such as {@code master-1}
 * @param giveUpDocuments whether documents that nobody can enter anew are given up, after index and master key were
 *     both lost
 */
@ConfigurationProperties("payqual.keys")
public record KeySettings(
        Path folder,
        @Nullable String text,
        @Nullable Boolean make,
        @DefaultValue Set<KeyPurpose> without,
        @DefaultValue List<String> next,
        @DefaultValue List<String> lost,
        @DefaultValue("false") boolean giveUpDocuments) {

    @Override
    public String toString() {
        return "payqual.keys (withheld)";
    }

    /**
     * Returns where keys lie.
     *
     * @param embedded whether the database is the program's own
     */
    KeySource source(boolean embedded) {
        return text == null ? new KeyFolder(folder, make == null ? embedded : make) : new GivenKeys(text);
    }

    /** Returns the keys to be taken into use. */
    List<KeyId> keysNext() {
        return named("next", next);
    }

    /** Returns the keys that are lost for good. */
    List<KeyId> keysLost() {
        return named("lost", lost);
    }

    /** Returns the purposes whose keys may be missing at start. */
    Set<KeyPurpose> mayMiss() {
        Set<KeyPurpose> purposes = keysLost().stream().map(KeyId::purpose).collect(Collectors.toSet());
        purposes.addAll(without);
        return purposes;
    }

    private static List<KeyId> named(String setting, List<String> names) {
        return names.stream()
                .map(name -> KeyId.of(name)
                        .orElseThrow(
                                () -> new StartRefused("payqual.keys." + setting + " 应为密钥名称，如 master-2 / payqual.keys."
                                        + setting + " wants names of keys such as master-2.")))
                .toList();
    }
}
