package org.payqual.ops.identity;

import java.util.Arrays;
import java.util.List;
import org.payqual.ops.keys.KeyChange;
import org.payqual.ops.keys.KeyId;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyedTransaction;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.RegisteredKey;

/** What an operator does with keys: looks at them, changes them, declares one lost. */
public final class KeyCare {

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

    /**
     * Takes the next key of a purpose into use and reworks what depends on the former one.
     *
     * @throws org.payqual.ops.keys.KeyFault if the next key is not given and may not be made
     */
    public Reworked rotate(KeyPurpose purpose) {
        change.next(purpose);
        return rework(purpose);
    }

    /**
     * Declares a key lost, for good, takes the next one into use if it was the active one, and saves what can be saved.
     *
     * @throws org.payqual.ops.keys.KeyFault if that key is at hand, or nothing depends on it
     */
    public Reworked declareLost(KeyId lost) {
        change.declareLost(lost);
        return rework(lost.purpose());
    }

    /** Goes on with whatever an interrupted change left to be reworked. */
    public Reworked resume() {
        Reworked master = rework(KeyPurpose.MASTER);
        Reworked index = rework(KeyPurpose.INDEX);
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

    private Reworked rework(KeyPurpose purpose) {
        return switch (purpose) {
            case MASTER -> masters.run();
            case INDEX -> indexes.run();
            // Digests and signatures stay as they are; their former keys are kept to recognise them.
            case DIGEST, SIGNING -> NOTHING;
        };
    }
}
