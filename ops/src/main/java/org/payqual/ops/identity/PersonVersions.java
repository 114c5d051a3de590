package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sealed versions of people's names and documents. All methods want a
 * {@link org.payqual.ops.keys.KeyedTransaction}.
 */
final class PersonVersions {

    static final String NAME = "name";
    static final String DOCUMENT = "document";

    private final JdbcClient jdbc;
    private final DataKeys dataKeys;

    PersonVersions(JdbcClient jdbc, DataKeys dataKeys) {
        this.jdbc = jdbc;
        this.dataKeys = dataKeys;
    }

    /** Adds a version. */
    void add(Owner owner, int version, DataKey.Usable key, PersonName name, IdentityDocument document) {
        add(owner, NAME, version, key, name.text());
        add(owner, DOCUMENT, version, key, documentText(document));
    }

    private void add(Owner owner, String field, int version, DataKey.Usable key, String text) {
        jdbc.sql("insert into identity.field (owner, field, version, generation, sealed)"
                        + " values (:owner, :field, :version, :generation, :sealed)")
                .param("owner", owner.text())
                .param("field", field)
                .param("version", version)
                .param("generation", key.generation())
                .param("sealed", key.sealer().seal(owner, field, version, text).content())
                .update();
    }

    /** Returns the number of the newest version, 0 if there is none. */
    int newest(Owner owner) {
        return jdbc.sql("select coalesce(max(version), 0) from identity.field where owner = :owner and field = 'name'")
                .param("owner", owner.text())
                .query(Integer.class)
                .single();
    }

    /** Reads one version; empty if its key is lost or destroyed. */
    Optional<Identity.Known> read(Owner owner, int version) {
        return rows(owner, version, version).stream().findFirst().flatMap(row -> open(owner, row));
    }

    /** Reads all versions whose keys are left, oldest first. */
    List<Identity.Known> readAll(Owner owner) {
        return rows(owner, 1, Integer.MAX_VALUE).stream()
                .flatMap(row -> open(owner, row).stream())
                .toList();
    }

    private List<Row> rows(Owner owner, int from, int to) {
        return jdbc.sql("select n.version, n.generation, n.sealed as name, d.sealed as document, n.recorded_at"
                        + " from identity.field n join identity.field d"
                        + " on d.owner = n.owner and d.version = n.version and d.field = 'document'"
                        + " where n.owner = :owner and n.field = 'name' and n.version between :from and :to"
                        + " order by n.version")
                .param("owner", owner.text())
                .param("from", from)
                .param("to", to)
                .query(PersonVersions::row)
                .list();
    }

    private Optional<Identity.Known> open(Owner owner, Row row) {
        return dataKeys.of(owner, row.generation()) instanceof DataKey.Usable key
                ? Optional.of(new Identity.Known(
                        row.version(),
                        new PersonName(key.sealer().openText(owner, NAME, row.version(), row.name())),
                        document(key.sealer().openText(owner, DOCUMENT, row.version(), row.document())),
                        row.recordedAt()))
                : Optional.empty();
    }

    private static String documentText(IdentityDocument document) {
        return document.type().name() + " " + document.number();
    }

    /** Reads a document as it was sealed. */
    static IdentityDocument document(String text) {
        int space = text.indexOf(' ');
        return new IdentityDocument(DocumentType.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("version"),
                row.getInt("generation"),
                SealedBytes.of(row, "name"),
                SealedBytes.of(row, "document"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private record Row(int version, int generation, SealedBytes name, SealedBytes document, Instant recordedAt) {}
}
