package org.payqual.ops.identity;

import java.util.Optional;
import org.payqual.command.port.Labels;
import org.payqual.domain.ledger.StreamType;
import org.payqual.ops.keys.KeyedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What streams are called, in PostgreSQL, each version sealed by the stream's key. */
final class SealedLabels implements Labels {

    private static final String LABEL = "label";

    private final KeyedTransaction transaction;
    private final JdbcClient jdbc;
    private final DataKeys dataKeys;

    SealedLabels(KeyedTransaction transaction, JdbcClient jdbc, DataKeys dataKeys) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.dataKeys = dataKeys;
    }

    @Override
    public int label(StreamType stream, String id, String label) {
        if (stream == StreamType.PERSON) {
            throw new IllegalArgumentException("a person's name is no label");
        }
        String text = label.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a label is blank or longer than " + LONGEST + " characters");
        }
        Owner owner = Owner.of(stream, id);
        return transaction.within(status -> {
            // Alone: the next version is one more than the newest.
            if (dataKeys.of(owner, DataKeys.Hold.ALONE).newest() instanceof DataKey.Absent) {
                dataKeys.create(owner, 1);
                dataKeys.of(owner, DataKeys.Hold.ALONE);
            }
            Optional<Version> newest = newest(owner);
            boolean same = newest.flatMap(version -> open(owner, version))
                    .filter(text::equals)
                    .isPresent();
            int kept = newest.map(Version::number).orElse(0);
            return same ? kept : add(owner, kept + 1, text);
        });
    }

    @Override
    public Optional<String> labelOf(StreamType stream, String id) {
        Owner owner = Owner.of(stream, id);
        return transaction.within(status -> newest(owner).flatMap(version -> open(owner, version)));
    }

    private int add(Owner owner, int version, String text) {
        DataKey.Usable key = (DataKey.Usable) dataKeys.usable(owner);
        jdbc.sql("insert into identity.field (owner, field, version, generation, sealed)"
                        + " values (:owner, 'label', :version, :generation, :sealed)")
                .param("owner", owner.text())
                .param("version", version)
                .param("generation", key.generation())
                .param("sealed", key.sealer().seal(owner, LABEL, version, text).content())
                .update();
        return version;
    }

    private Optional<Version> newest(Owner owner) {
        return jdbc.sql("select version, generation, sealed from identity.field"
                        + " where owner = :owner and field = 'label' order by version desc limit 1")
                .param("owner", owner.text())
                .query((row, number) ->
                        new Version(row.getInt("version"), row.getInt("generation"), SealedBytes.of(row, "sealed")))
                .optional();
    }

    private Optional<String> open(Owner owner, Version version) {
        return dataKeys.of(owner, DataKeys.Hold.NONE).of(version.generation()) instanceof DataKey.Usable key
                ? Optional.of(key.sealer().openText(owner, LABEL, version.number(), version.sealed()))
                : Optional.empty();
    }

    private record Version(int number, int generation, SealedBytes sealed) {}
}
