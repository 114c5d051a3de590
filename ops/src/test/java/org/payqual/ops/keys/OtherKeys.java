package org.payqual.ops.keys;

/** Keys that no database knows. */
public final class OtherKeys {

    private OtherKeys() {}

    /** Makes one, whatever others of its name there are. */
    public static SecretKey of(KeyId id) {
        return SecretKey.random(id);
    }
}
