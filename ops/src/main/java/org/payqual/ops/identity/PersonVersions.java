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

    /** Owner by owner, so that no plan joins the names of everybody with their documents. */
    private static final String PAIRS = "select v.* from unnest(:owners) o (owner) cross join lateral"
            + " (select n.owner, n.version, n.generation, n.sealed as name, d.sealed as document, n.recorded_at"
            + " from identity.field n join identity.field d"
            + " on d.owner = n.owner and d.version = n.version and d.field = 'document'"
            + " where n.owner = o.owner and n.field = 'name' order by n.version desc";

    private static final String NEWEST = PAIRS + " limit 1) v";
    private static final String ALL = PAIRS + ") v order by v.version";

    private final JdbcClient jdbc;

    PersonVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version to be added.
     *
     * @param number from 1
     * @param key which seals it
     */
    record New(Owner owner, int number, DataKey.Usable key, PersonName name, IdentityDocument document) {

        private byte[] sealedName() {
            return seal(NAME, name.text());
        }

        private byte[] sealedDocument() {
            return seal(DOCUMENT, document.type().name() + " " + document.number());
        }

        private byte[] seal(String field, String text) {
            return key.sealer().seal(owner, field, number, text).content();
        }
    }

    /** Adds versions. */
    void add(Collection<New> versions) {
        jdbc.sql("insert into identity.field (owner, field, version, generation, sealed)"
                        + " select n.owner, f.field, n.version, n.generation, f.sealed"
                        + " from unnest(:owners, :versions, :generations, :names, :documents)"
                        + " n (owner, version, generation, name, document)"
                        + " cross join lateral (values ('name', n.name), ('document', n.document)) f (field, sealed)")
                .param("owners", versions.stream().map(it -> it.owner().text()).toArray(String[]::new))
                .param("versions", versions.stream().map(New::number).toArray(Integer[]::new))
                .param(
                        "generations",
                        versions.stream().map(it -> it.key().generation()).toArray(Integer[]::new))
                .param("names", versions.stream().map(New::sealedName).toArray(byte[][]::new))
                .param("documents", versions.stream().map(New::sealedDocument).toArray(byte[][]::new))
                .update();
    }

    /** Finds an owner's newest version. */
    Optional<Version> newest(Owner owner) {
        return Optional.ofNullable(newest(List.of(owner)).get(owner));
    }

    /** Finds the newest version of each of many owners. */
    Map<Owner, Version> newest(Collection<Owner> owners) {
        return find(NEWEST, owners).stream().collect(Collectors.toMap(Version::owner, Function.identity()));
    }

    /** Finds all versions of an owner, oldest first. */
    List<Version> all(Owner owner) {
        return find(ALL, List.of(owner));
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
