package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed versions of people's names and documents. */
final class PersonVersions {

    static final String NAME = "name";
    static final String DOCUMENT = "document";

    private static final String PAIRS = "select n.owner, n.version, n.generation, n.sealed as name,"
            + " d.sealed as document, n.recorded_at from identity.field n join identity.field d"
            + " on d.owner = n.owner and d.version = n.version and d.field = 'document'"
            + " where n.owner = any(:owners) and n.field = 'name'";
    private static final String NEWEST = " and not exists (select from identity.field later"
            + " where later.owner = n.owner and later.field = 'name' and later.version > n.version)";

    private final JdbcClient jdbc;

    PersonVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a version. */
    void add(Owner owner, int version, DataKey.Usable key, PersonName name, IdentityDocument document) {
        add(owner, NAME, version, key, name.text());
        add(owner, DOCUMENT, version, key, document.type().name() + " " + document.number());
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

    /** Finds an owner's newest version. */
    Optional<Version> newest(Owner owner) {
        return Optional.ofNullable(newest(List.of(owner)).get(owner));
    }

    /** Finds the newest version of each of many owners. */
    Map<Owner, Version> newest(Collection<Owner> owners) {
        return find(PAIRS + NEWEST, owners).stream().collect(Collectors.toMap(Version::owner, Function.identity()));
    }

    /** Finds all versions of an owner, oldest first. */
    List<Version> all(Owner owner) {
        return find(PAIRS + " order by n.version", List.of(owner));
    }

    private List<Version> find(String sql, Collection<Owner> owners) {
        return jdbc.sql(sql)
                .param("owners", owners.stream().map(Owner::text).toArray(String[]::new))
                .query(PersonVersions::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                new Owner(row.getString("owner")),
                row.getInt("version"),
                row.getInt("generation"),
                SealedBytes.of(row, "name"),
                SealedBytes.of(row, "document"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Opens a document as it was sealed. */
    static IdentityDocument openDocument(Sealer sealer, Owner owner, int version, SealedBytes sealed) {
        String text = sealer.openText(owner, DOCUMENT, version, sealed);
        int space = text.indexOf(' ');
        return new IdentityDocument(DocumentType.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    /**
     * A version as it is kept.
     *
     * @param number from 1
     * @param generation of the owner's key that sealed it
     */
    record Version(
            Owner owner, int number, int generation, SealedBytes name, SealedBytes document, Instant recordedAt) {

        /** Opens the version; empty if its key is lost or destroyed. */
        Optional<Identity.Known> open(OwnerKeys keys) {
            return keys.of(generation) instanceof DataKey.Usable key
                    ? Optional.of(new Identity.Known(
                            number,
                            new PersonName(key.sealer().openText(owner, NAME, number, name)),
                            openDocument(key.sealer(), owner, number, document),
                            recordedAt))
                    : Optional.empty();
        }
    }
}
