package org.payqual.ops.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.IdentityReader;
import org.payqual.ops.keys.KeyedTransaction;

/**
 * Reads people's identities in PostgreSQL, each version sealed by the person's own key. It can write nothing: what may
 * be given up after seconds must not be handed to anybody who writes.
 */
class ReadIdentities implements IdentityReader {

    final KeyedTransaction transaction;
    final DataKeys dataKeys;
    final DocumentIndex index;
    final PersonVersions versions;
    final JoinedRecords joined;

    ReadIdentities(
            KeyedTransaction transaction,
            DataKeys dataKeys,
            DocumentIndex index,
            PersonVersions versions,
            JoinedRecords joined) {
        this.transaction = transaction;
        this.dataKeys = dataKeys;
        this.index = index;
        this.versions = versions;
        this.joined = joined;
    }

    @Override
    public final Optional<String> find(IdentityDocument document) {
        return inTransaction(() -> index.find(document).map(joined::survivor).map(Owner::id));
    }

    @Override
    public final Map<String, Identity> readAll(Collection<String> people) {
        List<Owner> owners = people.stream().distinct().map(Owner::person).toList();
        return inTransaction(() -> {
            Map<Owner, PersonVersions.Version> newest = versions.newest(owners);
            Map<String, Identity> identities = new LinkedHashMap<>();
            for (OwnerKeys keys : dataKeys.of(owners, DataKeys.Hold.NONE)) {
                Optional<PersonVersions.Version> version = Optional.ofNullable(newest.get(keys.owner()));
                identities.put(keys.owner().id(), identity(keys, version));
            }
            return identities;
        });
    }

    private static Identity identity(OwnerKeys keys, Optional<PersonVersions.Version> newest) {
        return switch (keys.newest()) {
            case DataKey.Absent none -> new Identity.Unknown();
            case DataKey.Destroyed key -> new Identity.Erased(key.at());
            case DataKey.Lost lost -> new Identity.Unreadable();
            case DataKey.Usable key ->
                newest.flatMap(version -> version.open(keys))
                        .<Identity>map(known -> known)
                        .orElseGet(Identity.Unreadable::new);
        };
    }

    @Override
    public final List<Identity.Known> versions(String person) {
        Owner owner = Owner.person(person);
        return inTransaction(() -> {
            OwnerKeys keys = dataKeys.of(owner, DataKeys.Hold.NONE);
            return versions.all(owner).stream()
                    .flatMap(version -> version.open(keys).stream())
                    .toList();
        });
    }

    final <T> T inTransaction(Supplier<T> step) {
        return transaction.within(status -> step.get());
    }
}
