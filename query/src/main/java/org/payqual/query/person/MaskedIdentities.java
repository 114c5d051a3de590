package org.payqual.query.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Permits;
import org.payqual.domain.access.Reading;
import org.payqual.domain.identity.Identity;
import org.payqual.domain.identity.IdentityFault;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.knowledge.KnownAt;

/** Adds to an answer who its people are, for callers who may know, and puts that on record as a reading of its own. */
public final class MaskedIdentities {

    private final Function<Collection<String>, Map<String, Identity>> identities;
    private final Permits permits;
    private final AccessRecord record;

    /**
     * Creates what adds identities.
     *
     * @param identities reads the newest identity of each of many people, by their ids
     */
    public MaskedIdentities(
            Function<Collection<String>, Map<String, Identity>> identities, Permits permits, AccessRecord record) {
        this.identities = identities;
        this.permits = permits;
        this.record = record;
    }

    /**
     * Reads who people are, by their ids.
     *
     * @throws ProblemException if the caller may not know that of each of them
     */
    public Map<String, MaskedIdentity> of(
            Collection<String> people, Actor actor, @Nullable LocalDate validAt, KnownAt reflects) {
        List<String> once = new ArrayList<>(new LinkedHashSet<>(people));
        permits.forPeople(Ability.READ_IDENTITY, once);
        Map<String, MaskedIdentity> masked = new LinkedHashMap<>();
        try {
            identities.apply(once).forEach((person, identity) -> masked.put(person, MaskedIdentity.of(identity)));
        } catch (IdentityFault fault) {
            throw new ProblemException(fault.problem());
        }
        record.write(new Reading(
                actor, Ability.READ_IDENTITY, once, validAt, reflects.position(), Reading.Outcome.ANSWERED));
        return masked;
    }
}
