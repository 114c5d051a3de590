package org.payqual.ops.access;

import static java.util.Map.entry;
import static org.payqual.domain.access.Ability.*;
import static org.payqual.domain.ledger.Role.AGENCY;
import static org.payqual.domain.ledger.Role.AUDITOR;
import static org.payqual.domain.ledger.Role.DEPARTMENT;
import static org.payqual.domain.ledger.Role.INSTITUTION;
import static org.payqual.domain.ledger.Role.PERSON;
import static org.payqual.domain.ledger.Role.RULEBOOK_KEEPER;
import static org.payqual.domain.ledger.Role.SETTLEMENT;
import static org.payqual.ops.access.Scope.ALL;
import static org.payqual.ops.access.Scope.OWN_INSTITUTION;
import static org.payqual.ops.access.Scope.OWN_PEOPLE;
import static org.payqual.ops.access.Scope.SELF;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.access.Ability;
import org.payqual.domain.ledger.Role;

/**
 * Who may do what: one line for each ability. A role that a line does not name may not.
 *
 * <p>Institutions commit, register and maintain (TJ-8, 14, 16, 18, 20, 22), the agency scores and serves (TJ-12, 24,
 * 34), department and agency each record their own handlings (TJ-24). Writing at an institution is bound to that
 * institution, reading people to those who are or were registered there.
 */
final class AccessRules {

    private static final Map<Ability, Map<Role, Scope>> RULES = new EnumMap<>(Map.ofEntries(
            rule(IDENTIFY, all(AGENCY, INSTITUTION)),
            rule(IMPORT, all(AGENCY, DEPARTMENT, INSTITUTION)),
            rule(CORRECT_IDENTITY, all(AGENCY)),
            rule(ERASE_IDENTITY, all(AGENCY)),
            rule(CORRECT_ENTRY, all(AGENCY)),
            rule(MERGE_RECORDS, all(AGENCY)),
            rule(COMMIT, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(REGISTER, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(AMEND_REGISTRATION, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(DEPART, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(MAINTAIN_STATUS, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(REPORT_LICENCE, all(AGENCY), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(SCORE, all(AGENCY)),
            rule(SERVE_NOTICE, all(AGENCY)),
            rule(INTERVIEW, all(AGENCY)),
            rule(REMIND, all(AGENCY), only(INSTITUTION, OWN_PEOPLE)),
            rule(FILE_APPEAL, all(AGENCY), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(EXPLAIN_SCORE, all(AGENCY)),
            rule(ESCALATE_APPEAL, all(AGENCY)),
            rule(REVIEW_APPEAL, all(AGENCY, DEPARTMENT)),
            rule(DECIDE_APPEAL, all(AGENCY, DEPARTMENT)),
            rule(WITHDRAW_APPEAL, all(AGENCY), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(REQUEST_REPAIR, all(AGENCY), only(INSTITUTION, OWN_PEOPLE)),
            rule(DECIDE_REPAIR, all(AGENCY)),
            rule(RECORD_TRAINING, all(AGENCY), only(INSTITUTION, OWN_PEOPLE)),
            rule(REQUEST_RESTORATION, all(AGENCY), only(INSTITUTION, OWN_INSTITUTION)),
            rule(REQUEST_RESTORATION_DIRECTLY, all(AGENCY), only(PERSON, SELF)),
            rule(PRE_REVIEW_RESTORATION, all(AGENCY)),
            rule(DECIDE_RESTORATION, all(AGENCY)),
            rule(DESIGNATE_INSTITUTION, all(AGENCY)),
            rule(OPEN_INSPECTION, all(AGENCY, DEPARTMENT)),
            rule(DECIDE_HANDLING, all(AGENCY, DEPARTMENT)),
            rule(OVERTURN_HANDLING, all(AGENCY, DEPARTMENT)),
            rule(ADOPT_LAW, all(RULEBOOK_KEEPER)),
            rule(
                    READ_STANDING,
                    all(AGENCY, DEPARTMENT, AUDITOR, SETTLEMENT),
                    only(INSTITUTION, OWN_PEOPLE),
                    only(PERSON, SELF)),
            rule(READ_SETTLEMENTS, all(AGENCY, SETTLEMENT)),
            rule(
                    READ_REGISTRATIONS,
                    all(AGENCY, DEPARTMENT, AUDITOR, SETTLEMENT),
                    only(INSTITUTION, OWN_PEOPLE),
                    only(PERSON, SELF)),
            rule(READ_YEAR_TOTALS, all(AGENCY, DEPARTMENT, AUDITOR), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(READ_HISTORY, all(AGENCY, DEPARTMENT, AUDITOR), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(READ_IDENTITY, all(AGENCY, DEPARTMENT), only(INSTITUTION, OWN_PEOPLE), only(PERSON, SELF)),
            rule(READ_TEXT, all(AGENCY, DEPARTMENT), only(PERSON, SELF)),
            rule(READ_INSTITUTION, all(AGENCY, DEPARTMENT, AUDITOR, SETTLEMENT), only(INSTITUTION, OWN_INSTITUTION)),
            rule(READ_HANDLING, all(AGENCY, DEPARTMENT, AUDITOR)),
            rule(READ_LAW, all(Role.values())),
            rule(READ_LOG, all(AGENCY, DEPARTMENT, AUDITOR, RULEBOOK_KEEPER))));

    private AccessRules() {}

    /** Tells how far a role has an ability, or nothing where it does not have it. */
    static Optional<Scope> scope(Ability ability, Role role) {
        return Optional.ofNullable(RULES.getOrDefault(ability, Map.of()).get(role));
    }

    @SafeVarargs
    private static Map.Entry<Ability, Map<Role, Scope>> rule(Ability ability, Map<Role, Scope>... roles) {
        Map<Role, Scope> together = new EnumMap<>(Role.class);
        for (Map<Role, Scope> some : roles) {
            together.putAll(some);
        }
        return entry(ability, together);
    }

    private static Map<Role, Scope> all(Role... roles) {
        Map<Role, Scope> scopes = new EnumMap<>(Role.class);
        for (Role role : roles) {
            scopes.put(role, ALL);
        }
        return scopes;
    }

    private static Map<Role, Scope> only(Role role, Scope scope) {
        return Map.of(role, scope);
    }
}
