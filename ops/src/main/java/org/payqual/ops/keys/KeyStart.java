package org.payqual.ops.keys;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure at start that every key which entries depend on is at hand and the right one. A first start, with nothing
 * kept yet, takes the keys that are there or makes them; later a missing key stops the start and is never replaced
 * silently, because a new one would read nothing and find nobody.
 */
public final class KeyStart {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStart.class);

    private final KeyRegister register;
    private final KeyRing ring;
    private final KeyedTransaction transaction;

    /** Works on a register and the keys at hand. */
    public KeyStart(KeyRegister register, KeyRing ring, KeyedTransaction transaction) {
        this.register = register;
        this.ring = ring;
        this.transaction = transaction;
    }

    /**
     * Checks all keys.
     *
     * @param without purposes whose keys may be missing for now: what needs them is answered as unavailable
     * @throws KeyFault if a key is missing, wrong or damaged, with what to do about it
     */
    public void check(Set<KeyPurpose> without) {
        ring.readAgain();
        // Alone, so that two programs that start at once on a new database do not each make keys.
        transaction.alone(status -> {
            for (KeyPurpose purpose : KeyPurpose.values()) {
                List<RegisteredKey> known = register.all(purpose);
                if (known.isEmpty()) {
                    begin(purpose);
                } else {
                    known.stream()
                            .filter(key -> key.isNeeded() && key.state() != KeyState.LOST)
                            .forEach(key -> require(key, without));
                }
            }
            return true;
        });
    }

    private void begin(KeyPurpose purpose) {
        if (register.entriesExist()) {
            throw new KeyFault(
                    KeyFault.Kind.UNREGISTERED,
                    "身份信息已有保存，但其" + purpose.label()
                            + " 密钥的登记为空：数据库只恢复了一部分，请恢复整个 identity 模式 / Identities are kept, but the register of their "
                            + purpose.label()
                            + " keys is empty: the database was restored in part. Restore the whole schema identity.");
        }
        SecretKey first = ring.newest(purpose).orElseGet(() -> ring.make(new KeyId(purpose, 1)));
        register.enter(first);
        LOG.info("Key {} is in use from now on. Keep a copy of it apart from the database.", first.id());
    }

    private void require(RegisteredKey key, Set<KeyPurpose> without) {
        if (ring.find(key).isPresent()) {
            return;
        }
        if (!without.contains(key.id().purpose())) {
            throw new KeyFault(
                    KeyFault.Kind.MISSING,
                    "密钥 " + key.id() + " 不在 " + ring.placeOf(key.id())
                            + "；请放回其副本。不会另造新密钥，因为新密钥读不出已保存的内容。暂时不用它启动：设 payqual.keys.without="
                            + key.id().purpose().label() + "；若已无副本，见 docs/operations-keys.md / The key " + key.id()
                            + " is missing at " + ring.placeOf(key.id())
                            + ". Put back a copy of it. No new key is made in its place, for it could not read what is"
                            + " kept. To start without it for now set payqual.keys.without="
                            + key.id().purpose().label() + "; if no copy is left see docs/operations-keys.md.");
        }
        LOG.warn("Started without the key {}: whatever needs it is answered as unavailable.", key.id());
    }
}
