package org.payqual.ops.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key with its secret. Printing it shows its name alone. */
public final class SecretKey {

    private static final int SECRET_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 16;
    private static final byte[] NO_BYTES = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyId id;
    private final byte[] secret;
    private final byte[] publicPart;
    private final Mac keyed;
    private final String fingerprint;

    /** Takes a key read back; the public part is empty unless it is for signing. */
    SecretKey(KeyId id, byte[] secret, byte[] publicPart) {
        this.id = id;
        this.secret = secret.clone();
        this.publicPart = publicPart.clone();
        this.keyed = keyed(secret);
        this.fingerprint = HexFormat.of().formatHex(Arrays.copyOf(ownDigest(), FINGERPRINT_BYTES));
    }

    /** Makes a new random key. */
    static SecretKey random(KeyId id) {
        if (id.purpose() == KeyPurpose.SIGNING) {
            KeyPair pair = pair();
            return new SecretKey(
                    id, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new SecretKey(id, secret, NO_BYTES);
    }

    /** Tells whether the secret has the form that the purpose asks for, and a pair's halves belong together. */
    boolean isSound() {
        if (id.purpose() != KeyPurpose.SIGNING) {
            return secret.length == SECRET_BYTES && publicPart.length == 0;
        }
        try {
            java.security.Signature ed25519 = java.security.Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey());
            byte[] signature = ed25519.sign();
            ed25519.initVerify(publicKey(publicPart));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException | IllegalStateException notAPair) {
            return false;
        }
    }

    /** Returns the key's name. */
    public KeyId id() {
        return id;
    }

    /** Returns what tells this key from others without giving it away: 32 hex digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Works out the HMAC-SHA-256 of a message under this key. */
    public byte[] hmac(byte[] message) {
        try {
            // Copied, so that neither the algorithm is looked for nor the key prepared each time.
            return ((Mac) keyed.clone()).doFinal(message);
        } catch (CloneNotSupportedException everyJdkCopiesIt) {
            throw new IllegalStateException("HMAC-SHA-256 cannot be copied", everyJdkCopiesIt);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", everyJdkHasIt);
        }
    }

    /** Returns a copy of the secret's bytes. */
    public byte[] secret() {
        return secret.clone();
    }

    /** Returns the public part in X.509 form; empty unless the key is for signing. */
    public byte[] publicPart() {
        return publicPart.clone();
    }

    /** Returns the private half of a signing key. */
    PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("not a signing key: " + id, broken);
        }
    }

    /** Reads the public half of a signing key. */
    static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("not the public part of a signing key", broken);
        }
    }

    private byte[] ownDigest() {
        if (id.purpose() != KeyPurpose.SIGNING) {
            return hmac(Framing.of("payqual fingerprint", id.toString()));
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(publicPart);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("SHA-256 is not available", everyJdkHasIt);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException("Ed25519 is not available", everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return id + " (secret withheld)";
    }
}
