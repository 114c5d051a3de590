package org.payqual.domain.person;

import java.time.LocalDate;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.SettlementRule;
import org.payqual.domain.rulebook.StandingKind;

/**
 * Whether a service of a person at an institution on a day is payable (TJ-21).
 *
 * @param payable whether it is
 * @param ground why
 * @param provision on which the answer rests
 */
public record Settlement(boolean payable, Ground ground, Provision provision) {

    /** Why a service is payable or not. */
    public enum Ground {
        /** The person stood so that everything is paid. */
        NORMAL,
        /** Not payable as a rule, payable as an emergency or rescue. */
        EMERGENCY,
        /** The standing on that day excludes payment. */
        STANDING,
        /** The person was not registered at that institution on that day. */
        NOT_REGISTERED
    }

    /**
     * Answers for one service.
     *
     * @param emergency whether it was an emergency or rescue, or a special case with the agency's reason
     */
    public static Settlement of(
            Person person, String institution, LocalDate day, boolean emergency, Rulebook rulebook) {
        Standing standing = Standing.of(person, day);
        boolean registered = person.registrationAt(institution, day).isPresent();
        if (standing.kind() == StandingKind.UNREGISTERED) {
            return notRegistered(rulebook);
        }
        SettlementRule rule = rulebook.settlement(standing.kind());
        return switch (rule.pays()) {
            case ALL -> registered ? new Settlement(true, Ground.NORMAL, rule.provision()) : notRegistered(rulebook);
            case NOTHING -> new Settlement(false, Ground.STANDING, rule.provision());
            case EMERGENCY -> {
                if (!emergency) {
                    yield new Settlement(false, Ground.STANDING, rule.provision());
                }
                yield registered
                                || (rule.registeredWhenItBegan()
                                        && registeredWhenItBegan(person, institution, standing, day))
                        ? new Settlement(true, Ground.EMERGENCY, rule.provision())
                        : notRegistered(rulebook);
            }
        };
    }

    /**
     * A termination ends all registrations: where emergencies stay payable, those held when it began count, for each of
     * the terminations on which the standing rests.
     */
    private static boolean registeredWhenItBegan(Person person, String institution, Standing standing, LocalDate day) {
        return person.measures().values().stream()
                .filter(RecordedMeasure::terminates)
                .filter(it -> standing.termServed() ? person.awaitsRestoration(it, day) : it.runsOn(day))
                .map(it -> it.terms().from())
                .anyMatch(from -> person.registrationAt(institution, from.minusDays(1))
                        .filter(it -> !from.equals(it.departed()))
                        .isPresent());
    }

    private static Settlement notRegistered(Rulebook rulebook) {
        return new Settlement(
                false,
                Ground.NOT_REGISTERED,
                rulebook.settlement(StandingKind.UNREGISTERED).provision());
    }
}
