package org.payqual.ops.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.payqual.command.port.Identities.Bearer;
import org.payqual.command.port.Identities.Reservation;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;

/**
 * Finds whose documents are, and reserves ids where they are nobody's. Each step is one statement, for one document as
 * for hundreds.
 *
 * <p>All methods want a {@link org.payqual.ops.keys.KeyedTransaction}. Data keys are held before documents are claimed,
 * as whoever amends or erases does it, and both in one order, so that nobody waits in a circle.
 */
final class Reservations {

    private final DataKeys dataKeys;
    private final DocumentIndex index;
    private final PersonVersions versions;
    private final JoinedRecords joined;

    Reservations(DataKeys dataKeys, DocumentIndex index, PersonVersions versions, JoinedRecords joined) {
        this.dataKeys = dataKeys;
        this.index = index;
        this.versions = versions;
        this.joined = joined;
    }

    /**
     * Whose documents are.
     *
     * @param owners by document; of others nobody is known
     * @param survivors in which records those of the owners go on
     * @param newest the newest version of each owner
     * @param names those of the owners' names that can be read
     */
    private record Known(
            Map<IdentityDocument, Owner> owners,
            Map<Owner, Owner> survivors,
            Map<Owner, PersonVersions.Version> newest,
            Map<Owner, PersonName> names) {

        /** Takes what is kept of owners for what is known of them. */
        void take(Map<Owner, PersonVersions.Version> kept, Collection<OwnerKeys> keys) {
            newest.putAll(kept);
            for (OwnerKeys of : keys) {
                Optional.ofNullable(kept.get(of.owner()))
                        .flatMap(it -> it.open(of))
                        .ifPresent(it -> names.put(of.owner(), it.name()));
            }
        }

        /** Finds whose names are unknown. */
        Set<Owner> nameless() {
            Set<Owner> nameless = new LinkedHashSet<>(owners.values());
            nameless.removeAll(names.keySet());
            return nameless;
        }

        /** Tells whose a document is; a name that cannot be read agrees with any. */
        Optional<Reservation> of(Bearer bearer) {
            return Optional.ofNullable(owners.get(bearer.document()))
                    .map(owner -> new Reservation(
                            survivors.getOrDefault(owner, owner).id(),
                            false,
                            names.getOrDefault(owner, bearer.name()).agreesWith(bearer.name())));
        }
    }

    /** Tells who is known. */
    List<Optional<Reservation>> known(List<Bearer> bearers) {
        return bearers.stream().map(find(bearers)::of).toList();
    }

    private Known find(List<Bearer> bearers) {
        Map<IdentityDocument, Owner> owners =
                index.find(bearers.stream().map(Bearer::document).collect(Collectors.toSet()));
        Set<Owner> all = Set.copyOf(owners.values());
        Known known = new Known(owners, joined.survivors(all), new HashMap<>(), new HashMap<>());
        known.take(versions.newest(all), dataKeys.of(all, DataKeys.Hold.NONE));
        return known;
    }

    /**
     * Tells who is known and reserves ids for the others. What is kept of a known person stays; only what a lost master
     * key made unreadable is written anew.
     *
     * @return empty if somebody came between; then the transaction must be rolled back
     */
    Optional<List<Reservation>> reserve(List<Bearer> bearers) {
        Known known = find(bearers);
        Set<Owner> unreadable = known.nameless();
        if (!unreadable.isEmpty()) {
            // Alone, and then another look: somebody else may be writing the same people anew, or erasing them.
            List<OwnerKeys> held = dataKeys.of(unreadable, DataKeys.Hold.ALONE);
            if (held.stream().anyMatch(it -> it.destroyedAt().isPresent())) {
                return Optional.empty();
            }
            known.take(versions.newest(unreadable), held);
        }
        List<Reservation> reservations = new ArrayList<>();
        Map<IdentityDocument, Owner> fresh = new LinkedHashMap<>();
        Map<Owner, Bearer> unwritten = new LinkedHashMap<>();
        for (Bearer bearer : bearers) {
            Optional<Reservation> reservation = known.of(bearer);
            Owner owner = known.owners().computeIfAbsent(bearer.document(), it -> Owner.newPerson());
            if (known.names().putIfAbsent(owner, bearer.name()) == null) {
                unwritten.put(owner, bearer);
            }
            if (reservation.isEmpty()) {
                fresh.put(bearer.document(), owner);
            }
            reservations.add(reservation.orElseGet(() -> new Reservation(owner.id(), true, true)));
        }
        if (!fresh.isEmpty() && !index.claim(fresh, 1)) {
            return Optional.empty();
        }
        if (!unwritten.isEmpty()) {
            write(unwritten, known.newest());
        }
        return Optional.of(reservations);
    }

    private void write(Map<Owner, Bearer> bearers, Map<Owner, PersonVersions.Version> newest) {
        Map<Owner, DataKey> keys = dataKeys.usable(bearers.keySet());
        List<PersonVersions.New> added = new ArrayList<>();
        bearers.forEach((owner, bearer) -> {
            PersonVersions.Version before = newest.get(owner);
            added.add(new PersonVersions.New(
                    owner,
                    before == null ? 1 : before.number() + 1,
                    (DataKey.Usable) Objects.requireNonNull(keys.get(owner)),
                    bearer.name(),
                    bearer.document()));
        });
        versions.add(added);
    }
}
