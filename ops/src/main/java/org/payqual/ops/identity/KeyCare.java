package org.payqual.ops.identity;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.ops.keys.KeyChange;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyState;
import org.payqual.ops.keys.KeyedTransaction;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.RegisteredKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator does with keys: looks at them, changes them, declares one lost. */
public final class KeyCare {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCare.class);
    private static final Reworked NOTHING = new Reworked(0, 0);

    private final KeyedTransaction transaction;
    private final Keys keys;
    private final KeyChange change;
    private final MasterRework masters;
    private final IndexRework indexes;

    KeyCare(KeyedTransaction transaction, Keys keys, KeyChange change, MasterRework masters, IndexRework indexes) {
        this.transaction = transaction;
        this.keys = keys;
        this.change = change;
        this.masters = masters;
        this.indexes = indexes;
    }

    /** Lists all keys that ever were, by purpose, newest first. */
    public List<RegisteredKey> list() {
        return transaction.within(status -> Arrays.stream(KeyPurpose.values())
                .flatMap(purpose -> keys.register().all(purpose).stream())
                .toList());
    }

    /** Lists the names of the keys that entries depend on and that are not at hand, lost ones among them. */
    public List<String> missing() {
        return transaction.within(status -> Arrays.stream(KeyPurpose.values())
                .flatMap(purpose -> keys.register().all(purpose).stream())
                .filter(RegisteredKey::isNeeded)
                .filter(key -> keys.findAtHand(key).isEmpty())
                .map(key -> key.id().toString())
                .toList());
    }

    /**
     * Takes a key into use, unless it already is or was, making it if it lies nowhere. {@link #rework} follows.
     *
     * @param next the version after the newest that was ever in use
     * @return whether anything changed
     * @throws org.payqual.ops.keys.KeyFault if that cannot be
     */
    public boolean introduce(KeyId next) {
        return change.introduce(next);
    }

    /**
     * Declares a key lost, for good, unless it already was, and takes the next one into use if it was the active one.
     * {@link #rework} follows, and saves what can be saved.
     *
     * @return whether anything changed
     * @throws org.payqual.ops.keys.KeyFault if that key is at hand, or was never in use
     */
    public boolean declareLost(KeyId lost) {
        return change.declareLost(lost);
    }

    /**
     * Redoes what depends on former keys, as far as they are at hand, or goes on where that was interrupted. Digests
     * and signatures stay as they are; their former keys are kept to recognise them.
     */
    public Reworked rework() {
        Reworked master = rework(KeyPurpose.MASTER, masters::run);
        Reworked index = rework(KeyPurpose.INDEX, indexes::run);
        return new Reworked(master.done() + index.done(), master.left() + index.left());
    }

    /**
     * Gives up the documents that nobody can enter anew, after the index key and the master key were both lost. Their
     * holders get another id when they come again.
     *
     * @return how many documents were given up
     */
    public long abandonLostDocuments() {
        return indexes.abandonLost();
    }

    private Reworked rework(KeyPurpose purpose, Supplier<Reworked> run) {
        List<RegisteredKey> known = transaction.within(status -> keys.register().all(purpose));
        if (known.stream().noneMatch(key -> key.state() == KeyState.LEAVING || key.state() == KeyState.LOST)) {
            return NOTHING;
        }
        try {
            return run.get();
        } catch (IdentityFault notAtHand) {
            LOG.warn("The change of the {} key waits: {}", purpose.label(), notAtHand.getMessage());
            return NOTHING;
        }
    }
}
