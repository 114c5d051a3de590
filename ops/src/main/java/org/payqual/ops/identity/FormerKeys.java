package org.payqual.ops.identity;

import java.util.function.ToLongFunction;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyRegister;
import org.payqual.ops.keys.KeyState;
import org.payqual.ops.keys.RegisteredKey;

/**
 * The keys of one purpose that another took the place of.
 *
 * @param register of all keys, held by this transaction
 * @param purpose what they were for
 */
record FormerKeys(KeyRegister register, KeyPurpose purpose) {

    /**
     * Retires those on which nothing depends any more.
     *
     * @param dependents counts what still depends on a key
     * @return how much depends on those that stay
     */
    long retire(ToLongFunction<RegisteredKey> dependents) {
        long left = 0;
        for (RegisteredKey key : register.all(purpose)) {
            if (key.state() == KeyState.LEAVING || key.state() == KeyState.LOST) {
                long dependent = dependents.applyAsLong(key);
                if (dependent == 0) {
                    register.move(key.id(), KeyState.RETIRED);
                }
                left += dependent;
            }
        }
        return left;
    }
}
