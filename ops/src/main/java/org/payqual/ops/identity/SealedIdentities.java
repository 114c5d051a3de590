package org.payqual.ops.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.payqual.command.port.Identities;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Actor;
import org.payqual.ops.keys.KeyedTransaction;

/** People's identities in PostgreSQL, read and written. */
final class SealedIdentities extends ReadIdentities implements Identities {

    /**
     * Whoever claims a document first is waited for and then found; more rounds mean that they were erased meanwhile.
     */
    private static final int ROUNDS = 5;

    private final Erasures erasures;
    private final Reservations reservations;

    SealedIdentities(
            KeyedTransaction transaction,
            DataKeys dataKeys,
            DocumentIndex index,
            PersonVersions versions,
            Erasures erasures,
            JoinedRecords joined) {
        super(transaction, dataKeys, index, versions, joined);
        this.erasures = erasures;
        this.reservations = new Reservations(dataKeys, index, versions, joined);
    }

    @Override
    public List<Reservation> peopleFor(List<Bearer> bearers) {
        return untilDecided(() -> reservations.reserve(bearers));
    }

    @Override
    public List<Optional<Reservation>> foreseePeople(List<Bearer> bearers) {
        return inTransaction(() -> reservations.known(bearers));
    }

    @Override
    public Amendment amend(String person, PersonName name, IdentityDocument document, FormerDocument former) {
        Owner owner = Owner.person(person);
        return untilDecided(() -> {
            OwnerKeys keys = dataKeys.of(owner, DataKeys.Hold.ALONE);
            return switch (keys.newest()) {
                case DataKey.Absent none -> Optional.of(new Amendment.Impossible(new Identity.Unknown()));
                case DataKey.Destroyed key -> Optional.of(new Amendment.Impossible(new Identity.Erased(key.at())));
                case DataKey key -> amend(keys, name, document, former);
            };
        });
    }

    @Override
    public Amendment foresee(String person, PersonName name, IdentityDocument document) {
        Owner owner = Owner.person(person);
        return inTransaction(() -> {
            OwnerKeys keys = dataKeys.of(owner, DataKeys.Hold.NONE);
            return switch (keys.newest()) {
                case DataKey.Absent none -> new Amendment.Impossible(new Identity.Unknown());
                case DataKey.Destroyed key -> new Amendment.Impossible(new Identity.Erased(key.at()));
                case DataKey key ->
                    taken(owner, document)
                            .orElseGet(() -> Kept.of(versions, keys).amended(name, document));
            };
        });
    }

    private Optional<Amendment> taken(Owner owner, IdentityDocument document) {
        return index.find(document)
                .map(joined::survivor)
                .filter(holder -> !holder.equals(owner))
                .map(holder -> new Amendment.Taken(holder.id()));
    }

    private Optional<Amendment> amend(
            OwnerKeys keys, PersonName name, IdentityDocument document, FormerDocument former) {
        Owner owner = keys.owner();
        Optional<Amendment> taken = taken(owner, document);
        if (taken.isPresent()) {
            return taken;
        }
        Kept kept = Kept.of(versions, keys);
        Amendment.Amended amended = kept.amended(name, document);
        if (amended.version() == kept.number()) {
            return Optional.of(amended);
        }
        boolean sameDocument = kept.newest()
                .map(known -> known.document().equals(document))
                .orElseGet(() -> index.find(document).isPresent());
        if (!sameDocument && former == FormerDocument.MISTAKEN) {
            kept.newest()
                    .ifPresentOrElse(known -> index.release(known.document(), owner), () -> index.releaseLatest(owner));
        }
        // It may have led here by way of a record that was joined with this one.
        index.find(document)
                .filter(holder -> joined.survivor(holder).equals(owner))
                .ifPresent(holder -> index.release(document, holder));
        if (!index.claim(document, owner, amended.version())) {
            return Optional.empty();
        }
        DataKey.Usable key = (DataKey.Usable) dataKeys.usable(owner);
        versions.add(List.of(new PersonVersions.New(owner, amended.version(), key, name, document)));
        return Optional.of(amended);
    }

    @Override
    public Optional<Instant> erase(String person, Actor by) {
        Owner owner = Owner.person(person);
        return inTransaction(() -> {
            // No key is opened: what nobody can read any more can still be erased.
            // Held first, so that no other record is joined with this one meanwhile.
            dataKeys.of(owner, DataKeys.Hold.ALONE);
            dataKeys.of(joined.allOf(owner), DataKeys.Hold.ALONE).forEach(keys -> erase(keys, by));
            return dataKeys.of(owner, DataKeys.Hold.NONE).destroyedAt();
        });
    }

    private void erase(OwnerKeys keys, Actor by) {
        if (!keys.isEmpty() && keys.destroyedAt().isEmpty()) {
            Instant at = dataKeys.destroy(keys.owner());
            index.releaseAll(keys.owner());
            erasures.add(keys.owner(), at, by);
        }
    }

    @Override
    public void join(String record, String into) {
        Owner closed = Owner.person(record);
        Owner survivor = Owner.person(into);
        transaction.within(status -> {
            // Whoever erases either at this moment is waited for.
            dataKeys.of(List.of(closed, survivor), DataKeys.Hold.ALONE);
            joined.add(closed, survivor);
            Owner last = joined.survivor(survivor);
            erasures.of(last)
                    .ifPresent(by ->
                            dataKeys.of(joined.allOf(last), DataKeys.Hold.ALONE).forEach(keys -> erase(keys, by)));
            return closed;
        });
    }

    /** Runs a step in a transaction until it decides; one that does not is rolled back and tried again. */
    private <T> T untilDecided(Supplier<Optional<T>> step) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<T> decided = transaction.within(status -> {
                Optional<T> outcome = step.get();
                if (outcome.isEmpty()) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        throw new IllegalStateException("a document was claimed and released again and again by others");
    }
}
