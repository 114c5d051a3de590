package org.payqual.domain.person;

import java.time.LocalDate;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.SettlementRule;
import org.payqual.domain.rulebook.StandingKind;

/**
 * Whether a service of a person at an institution on a day is payable (TJ-21).
 *
 * @param answer whether it is
 * @param ground why
 * @param provision on which the answer rests
 * @param standing of the person on that day
 */
public record Settlement(Answer answer, Ground ground, Provision provision, Standing standing) {

    /** Whether a service is payable. */
    public enum Answer {
        /** It is. */
        PAYABLE,
        /** It is not. */
        NOT_PAYABLE,
        /** It would not be, but for its being an emergency, a rescue or another special case. */
        PAYABLE_AS_EXCEPTION
    }

    /** Why a service is payable or not. */
    public enum Ground {
        /** The person stood so that everything is paid. */
        NORMAL,
        /** Not payable as a rule, payable as an emergency or rescue. */
        EMERGENCY,
        /** Not payable as a rule, payable as another special case with the agency's reason. */
        SPECIAL_CASE,
        /** The standing on that day excludes payment. */
        STANDING,
        /** It could be paid as another special case, but the agency states no reason. */
        REASON_MISSING,
        /** The person was not registered at that institution on that day. */
        NOT_REGISTERED
    }

    /** Tells whether the service is payable, as a rule or as an exception. */
    public boolean payable() {
        return answer != Answer.NOT_PAYABLE;
    }

    /** Tells whether an appeal of the person is open on that day (TJ-34); it stays no measure. */
    public boolean objection() {
        return standing.objected();
    }

    /** Answers for one service, as {@link #of(SettlementSpans, String, LocalDate, SpecialCase, Rulebook)} does. */
    public static Settlement of(
            Person person, String institution, LocalDate day, SpecialCase special, Rulebook rulebook) {
        return of(SettlementSpans.of(person), institution, day, special, rulebook);
    }

    /**
     * Answers for one service.
     *
     * @param person all that counts of the person
     * @param institution at which the service was given
     * @param day of the service
     * @param special what it is said to be beyond the ordinary
     * @param rulebook that governs at the institution on that day
     */
    public static Settlement of(
            SettlementSpans person, String institution, LocalDate day, SpecialCase special, Rulebook rulebook) {
        Standing standing = person.standingOn(day);
        boolean registered = person.registeredAt(institution, day);
        if (standing.kind() == StandingKind.UNREGISTERED) {
            return notRegistered(standing, rulebook);
        }
        SettlementRule rule = rulebook.settlement(standing.kind());
        if (rule.pays() == SettlementRule.Pays.ALL) {
            return registered
                    ? new Settlement(Answer.PAYABLE, Ground.NORMAL, rule.provision(), standing)
                    : notRegistered(standing, rulebook);
        }
        Ground ground = underMeasure(rule, special);
        if (ground == Ground.STANDING || ground == Ground.REASON_MISSING) {
            return new Settlement(Answer.NOT_PAYABLE, ground, rule.provision(), standing);
        }
        return registered || (rule.registeredWhenItBegan() && person.registeredBeforeAt(institution, day))
                ? new Settlement(Answer.PAYABLE_AS_EXCEPTION, ground, rule.provision(), standing)
                : notRegistered(standing, rulebook);
    }

    /** What is said of a service counts as far as the rule pays for it. */
    private static Ground underMeasure(SettlementRule rule, SpecialCase special) {
        return switch (special) {
            case NONE -> Ground.STANDING;
            case EMERGENCY -> rule.pays() == SettlementRule.Pays.EMERGENCY ? Ground.EMERGENCY : Ground.STANDING;
            case OTHER_WITH_REASON -> rule.specialCases() ? Ground.SPECIAL_CASE : Ground.STANDING;
            case OTHER_WITHOUT_REASON -> rule.specialCases() ? Ground.REASON_MISSING : Ground.STANDING;
        };
    }

    private static Settlement notRegistered(Standing standing, Rulebook rulebook) {
        return new Settlement(
                Answer.NOT_PAYABLE,
                Ground.NOT_REGISTERED,
                rulebook.settlement(StandingKind.UNREGISTERED).provision(),
                standing);
    }
}
