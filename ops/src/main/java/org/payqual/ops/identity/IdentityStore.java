package org.payqual.ops.identity;

import java.util.Set;
import javax.sql.DataSource;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Labels;
import org.payqual.command.port.Statements;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.ops.keys.HmacDigests;
import org.payqual.ops.keys.KeyChange;
import org.payqual.ops.keys.KeyPurpose;
import org.payqual.ops.keys.KeyRegister;
import org.payqual.ops.keys.KeyRing;
import org.payqual.ops.keys.KeySource;
import org.payqual.ops.keys.KeyStart;
import org.payqual.ops.keys.KeyedTransaction;
import org.payqual.ops.keys.Keys;
import org.payqual.ops.keys.SigningKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The identity store on one database: everything that is kept of people apart from the ledger. It has transactions of
 * its own, which never join a caller's: an id or a digest is durable before it is used.
 */
public final class IdentityStore {

    private static final int REWORK_BATCH = 500;
    private static final int LONGEST_TRANSACTION_SECONDS = 30;

    private final KeyStart start;
    private final KeyCare keyCare;
    private final IdentityReader readIdentities;
    private final Identities identities;
    private final Statements statements;
    private final Labels labels;
    private final Digests digests;
    private final SigningKeys signingKeys;

    /**
     * Works on a database that holds the identity schema.
     *
     * @param database logs in as the identity role
     * @param source where keys lie
     */
    public IdentityStore(DataSource database, KeySource source) {
        this(database, source, REWORK_BATCH);
    }

    IdentityStore(DataSource database, KeySource source, int reworkBatch) {
        JdbcClient jdbc = JdbcClient.create(database);
        KeyRegister register = new KeyRegister(jdbc);
        KeyRing ring = new KeyRing(source);
        Keys keys = new Keys(register, ring);
        KeyedTransaction transaction = new KeyedTransaction(transactions(database), register);
        DataKeys dataKeys = new DataKeys(jdbc, keys);
        this.start = new KeyStart(register, ring, transaction);
        this.keyCare = new KeyCare(
                transaction,
                keys,
                new KeyChange(register, ring, transaction),
                new MasterRework(transaction, jdbc, keys, reworkBatch),
                new IndexRework(transaction, jdbc, keys, dataKeys, reworkBatch));
        JoinedRecords joined = new JoinedRecords(jdbc);
        DocumentIndex index = new DocumentIndex(jdbc, keys);
        PersonVersions versions = new PersonVersions(jdbc);
        this.readIdentities = new ReadIdentities(transaction, dataKeys, index, versions, joined);
        this.identities = new SealedIdentities(transaction, dataKeys, index, versions, new Erasures(jdbc), joined);
        this.statements = new SealedStatements(transaction, jdbc, dataKeys, joined);
        this.labels = new SealedLabels(transaction, jdbc, dataKeys);
        this.digests = new HmacDigests(keys);
        this.signingKeys = new SigningKeys(keys);
    }

    private static TransactionTemplate transactions(DataSource database) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Each statement sees what others committed before it: whoever claimed a document first is found.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setTimeout(LONGEST_TRANSACTION_SECONDS);
        return transaction;
    }

    /**
     * Makes sure that all keys are at hand and the right ones; on a new database takes those given or makes them.
     *
     * @param without purposes whose keys may be missing for now
     * @throws org.payqual.ops.keys.KeyFault if a key is missing, wrong or unsafely kept, with what to do about it
     */
    public void checkKeys(Set<KeyPurpose> without) {
        start.check(without);
    }

    /** Returns what an operator does with keys. */
    public KeyCare keyCare() {
        return keyCare;
    }

    /** Returns what reads people's identities and can write none. */
    public IdentityReader readIdentities() {
        return readIdentities;
    }

    /** Returns people's identities. */
    public Identities identities() {
        return identities;
    }

    /** Returns the free texts. */
    public Statements statements() {
        return statements;
    }

    /** Returns the labels of streams that are not people's. */
    public Labels labels() {
        return labels;
    }

    /** Returns the keyed digests of requests. */
    public Digests digests() {
        return digests;
    }

    /** Returns the keys to sign with. */
    public SigningKeys signingKeys() {
        return signingKeys;
    }
}
