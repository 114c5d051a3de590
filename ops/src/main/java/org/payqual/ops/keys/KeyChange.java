package org.payqual.ops.keys;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a new key in the place of another. What was written under the former one is reworked elsewhere. */
public final class KeyChange {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

    private final KeyRegister register;
    private final KeyRing ring;
    private final KeyedTransaction transaction;

    /** Works on a register and the keys at hand. */
    public KeyChange(KeyRegister register, KeyRing ring, KeyedTransaction transaction) {
        this.register = register;
        this.ring = ring;
        this.transaction = transaction;
    }

    /**
     * Takes a key into use, unless it already is or was; the former one of its purpose is still read. If the key does
     * not lie where keys lie it is made.
     *
     * @param next the version after the newest that was ever in use
     * @return whether anything changed
     * @throws KeyFault if it does not lie there and may not be made there, is not the next one, or the former one is
     *     missing
     */
    public boolean introduce(KeyId next) {
        return transaction.alone(status -> {
            if (register.find(next).isPresent()) {
                return false;
            }
            RegisteredKey former = register.live(next.purpose()).getFirst();
            if (ring.find(former).isEmpty()) {
                throw new KeyFault(
                        KeyFault.Kind.MISSING,
                        "密钥 " + former.id() + " 不在 " + ring.placeOf(former.id())
                                + "，不能由下一个接替；请放回，或声明其遗失 / The key " + former.id() + " is missing at "
                                + ring.placeOf(former.id())
                                + " and cannot be followed by another. Put it back, or declare it lost.");
            }
            KeyId following = following(next.purpose());
            if (!next.equals(following)) {
                throw new KeyFault(
                        KeyFault.Kind.OUT_OF_ORDER,
                        "该用途的下一个密钥是 " + following + "，不是 " + next + " / The next key of its purpose is " + following
                                + ", not " + next + ".");
            }
            follow(former.id(), KeyState.LEAVING);
            return true;
        });
    }

    /**
     * Declares a key lost, for good, unless it already was. If it was the active one of its purpose the next one is
     * taken into use.
     *
     * @param lost the key's name
     * @return whether anything changed
     * @throws KeyFault if that key is at hand, or was never in use
     */
    public boolean declareLost(KeyId lost) {
        return transaction.alone(status -> {
            RegisteredKey key = register.find(lost).orElseThrow(() -> notLost(lost, "it was never in use"));
            if (key.state() == KeyState.LOST || key.state() == KeyState.RETIRED) {
                return false;
            }
            ring.readAgain();
            if (ring.find(key).isPresent()) {
                throw notLost(lost, "it lies at " + ring.placeOf(lost));
            }
            if (key.state() == KeyState.ACTIVE) {
                follow(lost, KeyState.LOST);
            } else {
                register.move(lost, KeyState.LOST);
            }
            LOG.warn("Key {} was declared lost.", lost);
            return true;
        });
    }

    private void follow(KeyId former, KeyState state) {
        KeyId id = following(former.purpose());
        SecretKey next = ring.named(id).orElseGet(() -> ring.make(id));
        register.move(former, state);
        register.enter(next);
        LOG.info("Key {} is in use from now on. Keep a copy of it apart from the database.", id);
    }

    private KeyId following(KeyPurpose purpose) {
        return new KeyId(purpose, register.all(purpose).getFirst().id().version() + 1);
    }

    private static KeyFault notLost(KeyId id, String why) {
        return new KeyFault(KeyFault.Kind.NOT_LOST, "The key " + id + " cannot be declared lost: " + why + ".");
    }
}
