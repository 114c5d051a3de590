package org.payqual.ops.identity;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.payqual.ops.keys.Framing;
import org.payqual.ops.keys.SecretKey;

/**
 * Encrypts under one key by AES-256-GCM. Whatever is sealed is bound to its owner, its field and its version: moved to
 * another place in the database it does not open.
 */
final class Sealer {

    private static final Configuration ALGORITHMS = AeadConfig2026.get();
    private static final AesGcmParameters AES_256_GCM = parameters();

    private static final int BLOCK_BYTES = 64;

    private final Aead aead;

    private Sealer(Aead aead) {
        this.aead = aead;
    }

    /** Seals by a master key. */
    @AccessesPartialKey
    static Sealer of(SecretKey master) {
        try {
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(AES_256_GCM)
                    .setKeyBytes(SecretBytes.copyFrom(master.secret(), InsecureSecretKeyAccess.get()))
                    .build();
            return of(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key " + master.id() + " cannot be used", broken);
        }
    }

    /** Makes a new data key and gives it wrapped by this one. */
    SealedBytes wrapNew(Owner owner, int generation) {
        try {
            return SealedBytes.of(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(AES_256_GCM, ALGORITHMS),
                    aead,
                    place(owner, "data key", generation),
                    ALGORITHMS));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a data key cannot be made", broken);
        }
    }

    /** Unwraps a data key. */
    Sealer unwrap(Owner owner, int generation, SealedBytes wrapped) {
        return of(unwrapped(owner, generation, wrapped));
    }

    /** Takes a data key from under this key and wraps it by another. */
    SealedBytes rewrap(Owner owner, int generation, SealedBytes wrapped, Sealer next) {
        try {
            return SealedBytes.of(TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    unwrapped(owner, generation, wrapped),
                    next.aead,
                    place(owner, "data key", generation),
                    ALGORITHMS));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a data key cannot be wrapped", broken);
        }
    }

    private KeysetHandle unwrapped(Owner owner, int generation, SealedBytes wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped.content(), aead, place(owner, "data key", generation), ALGORITHMS);
        } catch (GeneralSecurityException altered) {
            throw altered(owner, "data key", altered);
        }
    }

    /** Seals a text. */
    SealedBytes seal(Owner owner, String field, int version, String text) {
        return seal(owner, field, version, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes. */
    SealedBytes seal(Owner owner, String field, int version, byte[] content) {
        try {
            return SealedBytes.of(aead.encrypt(padded(content), place(owner, field, version)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a field cannot be sealed", broken);
        }
    }

    /** Opens a text. */
    String openText(Owner owner, String field, int version, SealedBytes sealed) {
        return new String(open(owner, field, version, sealed), StandardCharsets.UTF_8);
    }

    /**
     * Opens bytes.
     *
     * @throws IllegalStateException if they were altered or belong elsewhere
     */
    byte[] open(Owner owner, String field, int version, SealedBytes sealed) {
        try {
            return unpadded(aead.decrypt(sealed.content(), place(owner, field, version)));
        } catch (GeneralSecurityException altered) {
            throw altered(owner, field, altered);
        }
    }

    /** Lengthens to whole blocks, for a name's length is a hint of the name: length, content, zeros. */
    private static byte[] padded(byte[] content) {
        int blocks = (Integer.BYTES + content.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
        return ByteBuffer.allocate(blocks * BLOCK_BYTES)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] unpadded(byte[] padded) {
        byte[] content = new byte[ByteBuffer.wrap(padded).getInt()];
        ByteBuffer.wrap(padded).get(Integer.BYTES, content);
        return content;
    }

    private static IllegalStateException altered(Owner owner, String field, GeneralSecurityException cause) {
        return new IllegalStateException(
                "the " + field + " of " + owner.text() + " does not open: it was altered in the database", cause);
    }

    private static byte[] place(Owner owner, String field, int version) {
        return Framing.of("payqual identity 1", owner.text(), field, Integer.toString(version));
    }

    private static Sealer of(KeysetHandle keyset) {
        try {
            return new Sealer(keyset.getPrimitive(ALGORITHMS, Aead.class));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a data key cannot be used", broken);
        }
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("AES-256-GCM is not available", broken);
        }
    }
}
