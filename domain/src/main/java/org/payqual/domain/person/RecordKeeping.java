package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.CorrectIdentity;
import org.payqual.domain.person.PersonCommand.EraseIdentity;
import org.payqual.domain.person.RecordEvent.IdentityCorrected;
import org.payqual.domain.person.RecordEvent.IdentityErased;

/** What happens to the record of a person rather than to the person. */
final class RecordKeeping {

    private RecordKeeping() {}

    /** Records each version of an identity once. */
    static Decision<PersonEvent> correctIdentity(Person person, CorrectIdentity correct) {
        if (person.dossier().erased()) {
            return RecordRefusals.identityErased();
        }
        if (correct.version() <= person.dossier().identityVersion()) {
            return RecordRefusals.identityUnchanged();
        }
        return Deciding.accepted(
                new IdentityCorrected(correct.version(), correct.fields(), correct.date(), correct.reason()));
    }

    /**
     * Erases only whoever nothing rests on any more: the number of an erased person leads to nobody, so that whoever is
     * bound by a measure, or scored in the year, would come back as if they were new (TJ-25, 31, 36).
     */
    static Decision<PersonEvent> eraseIdentity(Person person, EraseIdentity erase, Facts facts) {
        return person.dossier().erased()
                ? RecordRefusals.identityErased()
                : bound(person, erase.date(), facts)
                        .or(() -> scored(person, erase.date(), facts))
                        .or(() -> objecting(person, facts))
                        .or(() -> registered(person, erase.date(), facts))
                        .orElseGet(() -> Deciding.accepted(new IdentityErased(erase.date())));
    }

    /** A measure runs, is to begin, or its term is served without a restoration. */
    private static Optional<Decision<PersonEvent>> bound(Person person, LocalDate day, Facts facts) {
        return person.measures().values().stream()
                .filter(it -> it.terms().until().isAfter(day) || person.awaitsRestoration(it, day))
                .max(Comparator.comparing(RecordedMeasure::terminates)
                        .thenComparing(it -> it.terms().until()))
                .map(it -> it.terms().until().isAfter(day)
                        ? RecordRefusals.identityBars(
                                it.terms().provision(), it.terms().until())
                        : RecordRefusals.identityUnrestored(
                                Deciding.rulebookOf(person.notice(it.terms().notice()), facts)
                                        .restoration()
                                        .provision()));
    }

    /** Points of the year, and a precedent for a repetition, count to its end, even where they are repaired. */
    private static Optional<Decision<PersonEvent>> scored(Person person, LocalDate day, Facts facts) {
        return person.notices().values().stream()
                .filter(it -> it.inForce() && it.year() >= day.getYear())
                .max(Comparator.comparingInt(Notice::year))
                .map(it -> RecordRefusals.identityScored(
                        Deciding.rulebookOf(it, facts).yearProvision(), it.year()));
    }

    private static Optional<Decision<PersonEvent>> objecting(Person person, Facts facts) {
        return person.redress().appeals().values().stream()
                .filter(Appeal::open)
                .findFirst()
                .map(it -> RecordRefusals.identityObjects(
                        Deciding.rulebookOf(person.notice(it.notice()), facts)
                                .appeal()
                                .handling()
                                .provision(),
                        it.id()));
    }

    /** A registration says whom it registers for as long as it holds, by the law of its first day (TJ-17). */
    private static Optional<Decision<PersonEvent>> registered(Person person, LocalDate day, Facts facts) {
        return person.registrations().stream()
                .filter(it -> {
                    LocalDate end = person.span(it).until();
                    return !person.span(it).isEmpty() && (end == null || end.isAfter(day));
                })
                .findFirst()
                .map(it -> Deciding.governed(
                        it.institution(),
                        it.from(),
                        facts,
                        (institution, rulebook) -> RecordRefusals.identityRegistered(
                                rulebook.registration().content().provision(), it.institution())));
    }
}
