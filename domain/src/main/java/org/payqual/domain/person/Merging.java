package org.payqual.domain.person;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.person.PersonCommand.Merge;
import org.payqual.domain.person.RecordEvent.Merged;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Tier;

/**
 * Closes a record whose person has another. A merger adds up what both records hold and decides nothing about the
 * person: what would need a decision has to be decided before.
 */
final class Merging {

    private Merging() {}

    static Decision<PersonEvent> merge(Person person, Merge merge, Facts facts) {
        if (merge.into().equals(merge.record())) {
            return MergerRefusals.intoItself();
        }
        Optional<Person> known = facts.person(merge.into()).filter(Person::identified);
        if (known.isEmpty()) {
            return MergerRefusals.unknownSurvivor();
        }
        Person survivor = known.get();
        String further = survivor.dossier().mergedInto();
        if (further != null) {
            return MergerRefusals.survivorMerged(further);
        }
        if (person.dossier().erased()) {
            return RecordRefusals.identityErased();
        }
        if (survivor.dossier().erased()) {
            return MergerRefusals.survivorErased();
        }
        Optional<Decision<PersonEvent>> undecided = Stream.of(person, survivor)
                .flatMap(it -> pending(it.redress()))
                .findFirst()
                .map(MergerRefusals::undecided)
                .or(() -> Joining.sharedId(survivor, person).map(MergerRefusals::idInBoth));
        return undecided.orElseGet(() -> merge(person, survivor, merge, facts));
    }

    private static Decision<PersonEvent> merge(Person person, Person survivor, Merge merge, Facts facts) {
        Merged merged = new Merged(merge.into(), merge.date(), merge.reason());
        Person together = TakingOver.events(person, merge.record(), survivor.version(), merged).stream()
                .reduce(survivor, Person::evolve, (one, other) -> other);
        Together both = new Together(survivor, person, together);
        return sameAct(both, facts)
                .or(() -> overlap(both, facts))
                .or(() -> barred(both, facts))
                .or(() -> furtherTier(both, facts))
                .orElseGet(() -> Deciding.accepted(merged));
    }

    private static Stream<String> pending(Redress redress) {
        return Stream.of(
                        redress.appeals().values().stream().filter(Appeal::open).map(Appeal::id),
                        redress.repairs().values().stream()
                                .filter(Repair::pending)
                                .map(Repair::id),
                        redress.restorations().values().stream()
                                .filter(Restoration::pending)
                                .map(Restoration::id))
                .flatMap(ids -> ids);
    }

    private static Optional<Decision<PersonEvent>> sameAct(Together both, Facts facts) {
        return both.sameAct()
                .map(it -> MergerRefusals.sameAct(
                        Deciding.rulebookOf(it.closed(), facts).sameInspectionProvision(),
                        it.closed().id(),
                        it.survivors().id()));
    }

    private static Optional<Decision<PersonEvent>> overlap(Together both, Facts facts) {
        return both.overlap()
                .map(it -> MergerRefusals.registrationsOverlap(
                        provision(
                                it,
                                facts,
                                rulebook -> rulebook.registration().places().provision()),
                        it.institution(),
                        it.from()));
    }

    private static Optional<Decision<PersonEvent>> barred(Together both, Facts facts) {
        return both.barred()
                .map(it -> MergerRefusals.registeredWhileBarred(
                        provision(
                                it,
                                facts,
                                rulebook -> rulebook.registration().barred().provision()),
                        it.institution(),
                        it.from()));
    }

    /** Finds what a rulebook says of a registration, if one governs there on its first day. */
    private static @Nullable Provision provision(
            Registration registration, Facts facts, Function<Rulebook, Provision> rule) {
        return facts.institution(registration.institution())
                .map(Institution::region)
                .flatMap(region -> facts.governing(region, registration.from()))
                .map(rule)
                .orElse(null);
    }

    /**
     * The law looks at a total when somebody is scored (TJ-31). A total that only the merger reaches would have been
     * looked at by nobody.
     */
    private static Optional<Decision<PersonEvent>> furtherTier(Together both, Facts facts) {
        for (Together.Year year : both.years()) {
            for (Notice notice : year.notices()) {
                List<Tier> reached = Deciding.rulebookOf(notice, facts).reached(year.total());
                if (!reached.isEmpty() && reached.getLast().from() > year.highest()) {
                    return Optional.of(MergerRefusals.furtherTier(
                            reached.getLast().provision(),
                            year.number(),
                            year.total(),
                            reached.getLast().from()));
                }
            }
        }
        return Optional.empty();
    }
}
